//! Pages that come in files of their own after the first load, so that a phone has what a first note needs sooner.
//!
//! Nothing of them has to be asked for by name: once the first page stands and the browser has nothing else to do, all are
//! fetched ([`fetch_all`]). Only who opens one before that waits for it, or is told that it did not come.

use super::browser;
use super::desk::Desk;
use super::html::{El, button, el, follow};
use super::parts::icon::{Pic, icon};
use super::parts::trouble::alert;
use super::shared::Shared;
use leptos::prelude::AnyView;
use std::cell::RefCell;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// The file of a page did not come: there is no network, or the host has a newer version by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file of a page did not come")]
pub struct NotHere;

#[cfg(feature = "later")]
impl From<wasm_split_helpers::SplitLoaderError> for NotHere {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        NotHere
    }
}

/// A file on its way.
pub type Fetching = Pin<Box<dyn Future<Output = Result<(), NotHere>>>>;

/// How a file is fetched. It is fetched once; one that did not come is asked for again.
pub type File = fn() -> Fetching;

/// Puts a view into a file. Gives the file, and the function that draws the view if the file is here.
///
/// Whatever only this view uses goes into the file with it. Each file has one view, so that nothing else has to be waited
/// for; where it is for several pages, the view takes what tells them apart.
macro_rules! in_a_file {
    ($FILE:ident is $file:ident: fn $draw:ident($($name:ident: $type:ty),*) $body:block) => {
        #[cfg(feature = "later")]
        #[wasm_split_helpers::wasm_split($file, fallible, preload($file))]
        pub fn $draw($($name: $type),*) -> Result<AnyView, NotHere> {
            Ok($body)
        }

        #[cfg(not(feature = "later"))]
        pub async fn $draw($($name: $type),*) -> Result<AnyView, NotHere> {
            Ok($body)
        }

        #[cfg(feature = "later")]
        pub const $FILE: File = || Box::pin(async { Ok($file().await?) });

        #[cfg(not(feature = "later"))]
        pub const $FILE: File = || Box::pin(async { Ok(()) });
    };
}
pub(super) use in_a_file;

/// What a future gives if nothing has to be waited for.
pub fn at_once<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Arrival {
    #[default]
    Coming,
    Here,
    Failed,
}

/// A view that is drawn as soon as its file is here. Until then a line says that it comes, or a notice that it did not, with
/// a way to ask for it again.
pub fn later<Drawn>(desk: Desk, file: File, draw: impl Fn() -> Drawn + Send + 'static) -> AnyView
where
    Drawn: Future<Output = Result<AnyView, NotHere>>,
{
    let arrival = Shared::new(Arrival::Coming);
    ask(file, arrival);
    follow(move || match arrival.get() {
        Arrival::Here => at_once(draw()).and_then(Result::ok).unwrap_or_else(|| not_here(desk, file, arrival).view()),
        Arrival::Coming => coming(desk).view(),
        Arrival::Failed => not_here(desk, file, arrival).view(),
    })
}

/// A view that is drawn when its file is here, and that nobody misses until then.
pub fn later_quietly<Drawn>(file: File, draw: impl Fn() -> Drawn + Send + 'static) -> AnyView
where
    Drawn: Future<Output = Result<AnyView, NotHere>>,
{
    let arrival = Shared::new(Arrival::Coming);
    ask(file, arrival);
    follow(move || match arrival.get() {
        Arrival::Here => at_once(draw()).and_then(Result::ok),
        Arrival::Coming | Arrival::Failed => None,
    })
}

thread_local! {
    /// Views whose file did not come.
    static MISSED: RefCell<Vec<(File, Shared<Arrival>)>> = const { RefCell::new(Vec::new()) };
}

/// Asks for the file. If it is here already, that is known at once and nothing flickers.
#[inline(never)]
fn ask(file: File, arrival: Shared<Arrival>) {
    let mut fetching = file();
    let tell = move |came: Result<(), NotHere>| {
        // The page may have been left meanwhile.
        if !arrival.is_gone() {
            arrival.set(if came.is_ok() { Arrival::Here } else { Arrival::Failed });
        }
        match came {
            Err(NotHere) => MISSED.with_borrow_mut(|missed| missed.push((file, arrival))),
            // The road is open: what else did not come is asked for as well, so that nobody has to press twice.
            Ok(()) => {
                let missed = MISSED.take().into_iter().filter(|(_, arrival)| !arrival.is_gone());
                missed
                    .filter(|(_, arrival)| arrival.peek_value() == Arrival::Failed)
                    .for_each(|(file, arrival)| ask(file, arrival));
            }
        }
    };
    match at_once(fetching.as_mut()) {
        Some(came) => tell(came),
        None => leptos::task::spawn_local(async move { tell(fetching.await) }),
    }
}

fn coming(desk: Desk) -> El {
    el("p").class("stone coming").attr("role", "status").test("coming").child(desk.words().common.coming)
}

fn not_here(desk: Desk, file: File, arrival: Shared<Arrival>) -> El {
    let again = button("btn", "fetch-again", move || {
        arrival.set(Arrival::Coming);
        ask(file, arrival);
    });
    let told = desk.words().errors.not_fetched.on(desk.device_word());
    alert("not-fetched", told).child(again.child(icon(Pic::Undo)).child(desk.words().common.try_again))
}

/// Fetches files one after another while there is nothing else to do, so that their pages open at once, also without a
/// network. What does not come now is fetched when the network is back, or when its page is opened.
pub fn fetch_all(files: &'static [File]) {
    let fetch = move || {
        browser::when_idle(move || {
            leptos::task::spawn_local(async move {
                for file in files {
                    let _ = file().await;
                }
            });
        });
    };
    fetch();
    browser::on_window("online", fetch);
}
