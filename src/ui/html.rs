//! Leptos views by plain calls instead of the `view!` macro, with one type for every element.
//!
//! The macro makes a type of its own of every piece of every page, and code for each: these screens came to 290 KB of
//! compressed WebAssembly with it, and a third of that with this. What follows a signal is a closure, as in Leptos itself: a page
//! is built once, and only what a closure gives is built again.
//!
//! ```ignore
//! el("p").class("hint").follow(move || name.get()).view()
//! ```

use super::wires::{Following, Way, Wire, Wires};
use leptos::html::{ElementChild, custom};
use leptos::prelude::{AddAnyAttr, AnyView, IntoAny, IntoView};
use std::borrow::Cow;

/// A closure that is called again and again, with less code in its table than `dyn Fn` has.
pub(super) trait Again<Input, Output> {
    fn again(&self, input: Input) -> Output;
}

impl<Input, Output, F: Fn(Input) -> Output> Again<Input, Output> for F {
    fn again(&self, input: Input) -> Output {
        self(input)
    }
}

/// An element being put together. It is one pointer wide, so that passing it on costs nothing.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    wires: Vec<Wire>,
    children: Vec<AnyView>,
}

/// An element of this name, still empty.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, wires: Vec::new(), children: Vec::new() }))
}

/// A `div` of a class, the most frequent element.
#[inline(never)]
pub fn div(class: &'static str) -> El {
    el("div").class(class)
}

/// A button that does something and sends no form.
pub fn button(class: &'static str, test: &'static str, press: impl Fn() + 'static) -> El {
    el("button").class(class).attr("type", "button").test(test).on("click", move |_| press())
}

/// A link within the app.
pub fn link(class: &'static str, test: &'static str, href: String) -> El {
    el("a").class(class).attr("href", href).test(test)
}

impl El {
    #[inline(never)]
    pub fn class(self, name: &'static str) -> Self {
        name.attribute(self, "class")
    }

    /// The name under which tests find the element.
    pub fn test(self, name: impl Text) -> Self {
        name.test(self)
    }

    pub fn attr(self, name: &'static str, value: impl Text) -> Self {
        value.attribute(self, name)
    }

    /// An attribute that follows signals; with nothing it is not there.
    pub fn attr_when(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.attr_following(name, Box::new(move |()| value()))
    }

    #[inline(never)]
    fn attr_following(self, name: &'static str, value: Following<Option<String>>) -> Self {
        self.wire(name, Way::Text(value))
    }

    /// A class that is there while a condition holds.
    pub fn class_when(self, name: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        self.class_following(name, Box::new(move |()| holds()))
    }

    #[inline(never)]
    fn class_following(self, name: &'static str, holds: Following<bool>) -> Self {
        self.wire(name, Way::Class(holds))
    }

    /// What an input holds, following signals.
    pub fn value(self, value: impl Fn() -> String + 'static) -> Self {
        self.value_following(Box::new(move |()| value()))
    }

    #[inline(never)]
    fn value_following(self, value: Following<String>) -> Self {
        self.wire("value", Way::Value(value))
    }

    /// A property that is true or false, following signals: `checked`, `disabled`.
    pub fn is(self, name: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        self.flag_following(name, Box::new(move |()| holds()))
    }

    #[inline(never)]
    fn flag_following(self, name: &'static str, holds: Following<bool>) -> Self {
        self.wire(name, Way::Flag(holds))
    }

    pub fn on(self, event: &'static str, then: impl Fn(web_sys::Event) + 'static) -> Self {
        self.listening(event, Box::new(then))
    }

    #[inline(never)]
    fn listening(self, event: &'static str, then: Box<dyn Again<web_sys::Event, ()>>) -> Self {
        self.wire(event, Way::Heard(then))
    }

    /// Calls `then` with the text of the input whenever it changes.
    pub fn on_input(self, then: impl Fn(String) + 'static) -> Self {
        self.on("input", move |event| then(leptos::prelude::event_target_value(&event)))
    }

    #[inline(never)]
    fn wire(mut self, name: &'static str, way: Way) -> Self {
        self.0.wires.push(Wire(name, way));
        self
    }

    /// A child: an element, a text, nothing, or several of them.
    pub fn child(self, child: impl Node) -> Self {
        Node::put(self, child)
    }

    /// A child that is built again whenever a signal changes that it reads.
    pub fn follow<N: Node>(self, child: impl Fn() -> N + Send + 'static) -> Self {
        self.child(follow(child))
    }

    #[inline(never)]
    pub fn view(self) -> AnyView {
        custom(self.0.tag).add_any_attr(Wires::new(self.0.wires)).child(self.0.children).into_any()
    }
}

/// A view that is built again whenever a signal changes that it reads.
pub fn follow<N: Node>(child: impl Fn() -> N + Send + 'static) -> AnyView {
    following(Box::new(move |none| Node::put(none, child())))
}

#[inline(never)]
fn following(child: Box<dyn Again<El, El> + Send>) -> AnyView {
    let views = move || all_of(child.again(el("")));
    views.into_any()
}

/// The children of an element that is not needed itself, as one view.
#[inline(never)]
fn all_of(parent: El) -> AnyView {
    let mut views = parent.0.children;
    match (views.pop(), views.is_empty()) {
        (None, _) => ().into_any(),
        (Some(only), true) => only,
        (Some(last), false) => {
            views.push(last);
            views.into_any()
        }
    }
}

/// What an attribute can be: a text of the program, or one that was made.
pub trait Text {
    fn attribute(self, element: El, name: &'static str) -> El;

    fn test(self, element: El) -> El
    where
        Self: Sized,
    {
        self.attribute(element, "data-test")
    }
}

impl Text for &'static str {
    #[inline(never)]
    fn attribute(self, element: El, name: &'static str) -> El {
        element.wire(name, Way::Fixed(Cow::Borrowed(self)))
    }

    #[inline(never)]
    fn test(self, element: El) -> El {
        self.attribute(element, "data-test")
    }
}

impl Text for String {
    #[inline(never)]
    fn attribute(self, element: El, name: &'static str) -> El {
        element.wire(name, Way::Fixed(Cow::Owned(self)))
    }
}

/// Whatever can stand in an element.
pub trait Node {
    /// The parent comes first and is handed back, so that a page is one expression to the compiler as well.
    fn put(parent: El, child: Self) -> El;

    /// As a view by itself.
    fn into_one(self) -> AnyView
    where
        Self: Sized,
    {
        all_of(Node::put(el(""), self))
    }
}

impl Node for El {
    #[inline(never)]
    fn put(parent: El, child: Self) -> El {
        Node::put(parent, child.view())
    }
}

impl Node for AnyView {
    #[inline(never)]
    fn put(mut parent: El, child: Self) -> El {
        parent.0.children.push(child);
        parent
    }
}

impl Node for &'static str {
    #[inline(never)]
    fn put(parent: El, child: Self) -> El {
        Node::put(parent, text(Cow::Borrowed(child)))
    }
}

impl Node for String {
    #[inline(never)]
    fn put(parent: El, child: Self) -> El {
        Node::put(parent, text(Cow::Owned(child)))
    }
}

impl Node for () {
    fn put(parent: El, (): Self) -> El {
        parent
    }
}

impl<N: Node> Node for Option<N> {
    fn put(parent: El, child: Self) -> El {
        match child {
            Some(node) => Node::put(parent, node),
            None => parent,
        }
    }
}

impl<N: Node> Node for Vec<N> {
    fn put(parent: El, children: Self) -> El {
        children.into_iter().fold(parent, Node::put)
    }
}

impl<N: Node, const LENGTH: usize> Node for [N; LENGTH] {
    fn put(parent: El, children: Self) -> El {
        children.into_iter().fold(parent, Node::put)
    }
}

impl<A: Node, B: Node> Node for (A, B) {
    fn put(parent: El, (a, b): Self) -> El {
        Node::put(Node::put(parent, a), b)
    }
}

impl<A: Node, B: Node, C: Node> Node for (A, B, C) {
    fn put(parent: El, (a, b, c): Self) -> El {
        Node::put(Node::put(parent, (a, b)), c)
    }
}

#[inline(never)]
fn text(text: Cow<'static, str>) -> AnyView {
    text.into_view().into_any()
}
