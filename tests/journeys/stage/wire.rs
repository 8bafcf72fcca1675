//! One session with the driver, without the waiting for futures: a journey does one thing after the other.

use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::future::Future;
use tokio::runtime::{Builder, Runtime};
use url::{ParseError, Url};

/// The member by which WebDriver names an element in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

pub struct Session {
    runtime: Runtime,
    client: Client,
}

impl Session {
    pub fn start(driver: &str, capabilities: &Capabilities) -> Result<Self, String> {
        let runtime = Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let connecting = builder.capabilities(capabilities.clone()).connect(driver);
        let client = runtime.block_on(connecting).map_err(|error| error.to_string())?;
        Ok(Self { runtime, client })
    }

    /// Waits for an answer of the driver.
    pub fn ask<T>(&self, question: impl AsyncFnOnce(&Client) -> Result<T, CmdError>) -> Result<T, CmdError> {
        self.runtime.block_on(question(&self.client))
    }

    /// Runs a script in the page and gives what it returns.
    pub fn script(&self, script: &str, args: &[Value]) -> Result<Value, CmdError> {
        self.ask(async |client| client.execute(script, args.to_vec()).await)
    }

    /// The element a script returns, if it returns one.
    pub fn element(&self, script: &str, args: &[Value]) -> Result<Option<Element>, CmdError> {
        let found = self.script(script, args)?;
        let id = found.get(ELEMENT).and_then(Value::as_str);
        Ok(id.map(|id| Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))))
    }

    /// A command of Chromium's own protocol.
    pub fn chromium(&self, cmd: &str, params: Value) -> Result<Value, CmdError> {
        self.extra("goog/cdp/execute", json!({ "cmd": cmd, "params": params }))
    }

    /// What the console showed since the last time, as the driver tells it.
    pub fn console(&self) -> Result<Value, CmdError> {
        self.extra("se/log", json!({ "type": "browser" }))
    }

    fn extra(&self, path: &'static str, body: Value) -> Result<Value, CmdError> {
        self.ask(async |client| client.issue_cmd(Extra { path, body }).await)
    }

    /// Ends the session and with it the browser. A browser that is gone already is no matter.
    pub fn end(self) {
        let Self { runtime, client } = self;
        runtime.block_on(client.close()).ok();
    }

    /// Forgets the session without a word to the driver: its browser was killed.
    pub fn forget(self) {
        self.runtime.shutdown_background();
    }

    pub fn wait<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }
}

/// A command of Chromium's driver that WebDriver itself does not have.
#[derive(Debug)]
struct Extra {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extra {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
