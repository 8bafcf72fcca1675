//! The browser's own protocol over a socket: commands with answers, and events as they come.

use serde_json::{Value, json};
use std::collections::VecDeque;
use std::io::ErrorKind;
use std::net::TcpStream;
use std::time::{Duration, Instant};
use tungstenite::{Error, Message, WebSocket};

/// How long a command may take. Only an attack that fails ever waits so long.
pub const DEADLINE: Duration = Duration::from_secs(60);
/// How long the socket is listened to before the clock is looked at.
const MOMENT: Duration = Duration::from_millis(20);

pub struct Devtools {
    socket: WebSocket<TcpStream>,
    last: u64,
    events: VecDeque<Value>,
}

impl Devtools {
    pub fn connect(port: u16, path: &str) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", port)).expect("the browser listens");
        let (socket, _) = tungstenite::client(format!("ws://127.0.0.1:{port}{path}"), stream).expect("it speaks");
        socket.get_ref().set_read_timeout(Some(MOMENT)).expect("a socket");
        Devtools { socket, last: 0, events: VecDeque::new() }
    }

    /// A command to a page, or with no session to the browser. An error where it refuses, or where the page died.
    pub fn ask(&mut self, session: Option<&str>, method: &str, params: &Value) -> Result<Value, String> {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": params });
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        self.socket.send(Message::text(message.to_string())).expect("the browser is there");
        let start = Instant::now();
        loop {
            if let Some(answer) = self.hear() {
                if answer["id"] == self.last {
                    let error = answer.get("error").map(|error| format!("{method}: {error}"));
                    return error.map_or_else(|| Ok(answer["result"].clone()), Err);
                }
                if answer["id"].is_null() {
                    let died = is_death(&answer) && session.is_some() && answer["sessionId"].as_str() == session;
                    self.events.push_back(answer);
                    if died {
                        return Err("the page died".into());
                    }
                }
            }
            assert!(start.elapsed() < DEADLINE, "{method} was not answered");
        }
    }

    /// The next event, if one comes within this time.
    pub fn event(&mut self, within: Duration) -> Option<Value> {
        let start = Instant::now();
        loop {
            if let Some(event) = self.events.pop_front() {
                return Some(event);
            }
            if let Some(message) = self.hear().filter(|message| message["id"].is_null()) {
                self.events.push_back(message);
            } else if start.elapsed() >= within {
                return None;
            }
        }
    }

    fn hear(&mut self) -> Option<Value> {
        match self.socket.read() {
            Ok(Message::Text(text)) => serde_json::from_str(&text).ok(),
            Ok(_) => None,
            Err(Error::Io(error)) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => None,
            // The browser was killed: there is nothing more to hear.
            Err(_) => None,
        }
    }
}

/// Whether an event says that its page died.
pub fn is_death(event: &Value) -> bool {
    event["method"] == "Inspector.targetCrashed"
}
