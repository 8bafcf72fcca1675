//! Several tabs of one browser.

use super::browser::Browser;
use fantoccini::wd::WindowHandle;

impl Browser {
    /// The tab in which everything happens at present.
    #[track_caller]
    pub fn tab(&self) -> WindowHandle {
        let tab = self.with(|session| session.ask(async |client| client.window().await));
        tab.unwrap_or_else(|error| panic!("{}: no tab: {error}", self.name))
    }

    /// Opens another tab, still empty, and goes on in it.
    #[track_caller]
    pub fn new_tab(&self) -> WindowHandle {
        let tab = self.with(|session| session.ask(async |client| Ok(client.new_window(true).await?.handle)));
        let tab = tab.unwrap_or_else(|error| panic!("{}: no new tab: {error}", self.name));
        self.to_tab(&tab);
        tab
    }

    /// Goes on in another tab.
    #[track_caller]
    pub fn to_tab(&self, tab: &WindowHandle) {
        // The console of the tab that is left goes on being read when one comes back to it.
        let gone = self.with(|session| session.ask(async |client| client.switch_to_window(tab.clone()).await));
        gone.unwrap_or_else(|error| panic!("{}: the tab is gone: {error}", self.name));
    }

    /// Closes the tab in which everything happens, and goes on in another one.
    #[track_caller]
    pub fn close_tab(&self, to: &WindowHandle) {
        let closed = self.with(|session| session.ask(async |client| client.close_window().await));
        closed.unwrap_or_else(|error| panic!("{}: the tab can not be closed: {error}", self.name));
        self.to_tab(to);
    }
}
