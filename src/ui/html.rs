//! Leptos views by plain calls instead of the `view!` macro, with one type for every element.
//!
//! The macro makes a type of its own of every piece of every page, and code for each: these screens came to 290 KB of
//! compressed WebAssembly with it, and a third of that with this. What follows a signal is a closure, as in Leptos itself: a page
//! is built once, and only what a closure gives is built again.
//!
//! ```ignore
//! el("p").class("hint").follow(move || name.get()).view()
//! ```

use leptos::ev;
use leptos::html::{ElementChild, custom};
use leptos::prelude::{AddAnyAttr, AnyView, IntoAny, IntoView};
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::{class::class, property::prop};
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

/// What follows signals: built again whenever one of them changes.
type Following<T> = Box<dyn Again<(), T> + Send>;

/// An element being put together. It is one pointer wide, so that passing it on costs nothing.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element of this name, still empty.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

/// A `div` of a class, the most frequent element.
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
    pub fn class(self, name: &'static str) -> Self {
        self.attr("class", name)
    }

    /// The name under which tests find the element.
    pub fn test(self, name: impl Into<Cow<'static, str>>) -> Self {
        self.attr("data-test", name)
    }

    pub fn attr(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.fixed(name, value.into())
    }

    #[inline(never)]
    fn fixed(self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.put(custom_attribute(name, value).into_any_attr())
    }

    /// An attribute that follows signals; with nothing it is not there.
    pub fn attr_when(self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> Self {
        self.following(name, Box::new(move |()| value()))
    }

    #[inline(never)]
    fn following(self, name: &'static str, value: Following<Option<String>>) -> Self {
        self.put(custom_attribute(name, move || value.again(())).into_any_attr())
    }

    /// A class that is there while a condition holds.
    pub fn class_when(self, name: &'static str, holds: impl Fn() -> bool + Send + 'static) -> Self {
        self.class_following(name, Box::new(move |()| holds()))
    }

    #[inline(never)]
    fn class_following(self, name: &'static str, holds: Following<bool>) -> Self {
        self.put(class((name, move || holds.again(()))).into_any_attr())
    }

    /// What an input holds, following signals.
    pub fn value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.text_property("value", Box::new(move |()| value()))
    }

    #[inline(never)]
    fn text_property(self, name: &'static str, value: Following<String>) -> Self {
        self.put(prop(name, move || value.again(())).into_any_attr())
    }

    /// A property that is true or false, following signals: `checked`, `disabled`.
    pub fn is(self, name: &'static str, holds: impl Fn() -> bool + Send + 'static) -> Self {
        self.flag_property(name, Box::new(move |()| holds()))
    }

    #[inline(never)]
    fn flag_property(self, name: &'static str, holds: Following<bool>) -> Self {
        self.put(prop(name, move || holds.again(())).into_any_attr())
    }

    pub fn on(self, event: &'static str, then: impl Fn(web_sys::Event) + 'static) -> Self {
        self.listening(event, Box::new(then))
    }

    #[inline(never)]
    fn listening(self, event: &'static str, then: Box<dyn Again<web_sys::Event, ()>>) -> Self {
        let heard = move |event| then.again(event);
        self.put(ev::on(ev::Custom::<web_sys::Event>::new(event), heard).into_any_attr())
    }

    /// Calls `then` with the text of the input whenever it changes.
    pub fn on_input(self, then: impl Fn(String) + 'static) -> Self {
        self.on("input", move |event| then(leptos::prelude::event_target_value(&event)))
    }

    #[inline(never)]
    fn put(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// A child: an element, a text, nothing, or several of them.
    pub fn child(mut self, child: impl Node) -> Self {
        child.add_to(&mut self.0.children);
        self
    }

    /// A child that is built again whenever a signal changes that it reads.
    pub fn follow<N: Node>(mut self, child: impl Fn() -> N + Send + 'static) -> Self {
        self.0.children.push(follow(child));
        self
    }

    #[inline(never)]
    pub fn view(self) -> AnyView {
        custom(self.0.tag).add_any_attr(self.0.attributes).child(self.0.children).into_any()
    }
}

/// A view that is built again whenever a signal changes that it reads.
pub fn follow<N: Node>(child: impl Fn() -> N + Send + 'static) -> AnyView {
    following(Box::new(move |children: &mut Vec<AnyView>| child().add_to(children)))
}

#[inline(never)]
fn following(child: Box<dyn for<'a> Again<&'a mut Vec<AnyView>, ()> + Send>) -> AnyView {
    let views = move || {
        let mut views = Vec::new();
        child.again(&mut views);
        all_of(views)
    };
    views.into_any()
}

/// Several views as one.
fn all_of(mut views: Vec<AnyView>) -> AnyView {
    match (views.pop(), views.is_empty()) {
        (None, _) => ().into_any(),
        (Some(only), true) => only,
        (Some(last), false) => {
            views.push(last);
            views.into_any()
        }
    }
}

/// Whatever can stand in an element.
pub trait Node {
    fn add_to(self, children: &mut Vec<AnyView>);

    /// As a view by itself.
    fn into_one(self) -> AnyView
    where
        Self: Sized,
    {
        let mut children = Vec::new();
        self.add_to(&mut children);
        all_of(children)
    }
}

impl Node for El {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.view());
    }
}

impl Node for AnyView {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl Node for &'static str {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(fixed_text(self));
    }
}

impl Node for String {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(text(self));
    }
}

impl Node for () {
    fn add_to(self, _: &mut Vec<AnyView>) {}
}

impl<N: Node> Node for Option<N> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        if let Some(node) = self {
            node.add_to(children);
        }
    }
}

impl<N: Node> Node for Vec<N> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        self.into_iter().for_each(|node| node.add_to(children));
    }
}

impl<N: Node, const LENGTH: usize> Node for [N; LENGTH] {
    fn add_to(self, children: &mut Vec<AnyView>) {
        self.into_iter().for_each(|node| node.add_to(children));
    }
}

impl<A: Node, B: Node> Node for (A, B) {
    fn add_to(self, children: &mut Vec<AnyView>) {
        self.0.add_to(children);
        self.1.add_to(children);
    }
}

impl<A: Node, B: Node, C: Node> Node for (A, B, C) {
    fn add_to(self, children: &mut Vec<AnyView>) {
        (self.0, self.1).add_to(children);
        self.2.add_to(children);
    }
}

impl<A: Node, B: Node, C: Node, D: Node> Node for (A, B, C, D) {
    fn add_to(self, children: &mut Vec<AnyView>) {
        (self.0, self.1, self.2).add_to(children);
        self.3.add_to(children);
    }
}

#[inline(never)]
fn fixed_text(text: &'static str) -> AnyView {
    text.into_view().into_any()
}

#[inline(never)]
fn text(text: String) -> AnyView {
    text.into_view().into_any()
}
