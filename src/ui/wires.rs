//! What an element has beside its name and its children: attributes, properties, and what it does when something happens.
//!
//! Leptos has a type for each of these and lays out the code for building, changing and taking apart of each anew. Here all
//! of an element are one value of one type, and whatever follows signals is one kind of effect.

use super::html::Again;
use leptos::__reexports::send_wrapper::SendWrapper;
use leptos::prelude::{Owner, RenderEffect};
use leptos::tachys::html::attribute::{Attribute, NextAttribute};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

/// What follows signals: asked again whenever one of them changes.
pub type Following<T> = Box<dyn Again<(), T>>;

/// One of them, with its name.
pub struct Wire(pub &'static str, pub Way);

pub enum Way {
    /// An attribute that stays as it is.
    Fixed(Cow<'static, str>),
    /// What is inside the element, as markup of our own.
    Inside(Cow<'static, str>),
    /// An attribute that follows signals; with nothing it is not there.
    Text(Following<Option<String>>),
    /// A class that is there while a condition holds.
    Class(Following<bool>),
    /// A property that is a text.
    Value(Following<String>),
    /// A property that is true or false.
    Flag(Following<bool>),
    /// What to do when an event of this name comes.
    Heard(Box<dyn Again<Event, ()>>),
}

/// All of an element. They are taken out when it is built; Leptos wants to be able to copy what it holds until then.
#[derive(Clone)]
pub struct Wires(SendWrapper<Rc<RefCell<Vec<Wire>>>>);

impl Wires {
    pub fn new(wires: Vec<Wire>) -> Self {
        Wires(SendWrapper::new(Rc::new(RefCell::new(wires))))
    }

    fn attach(self, element: &Element) -> Vec<Live> {
        RefCell::take(&self.0).into_iter().map(|wire| wire.attach(element)).collect()
    }
}

/// What is in place on an element in the page.
pub struct Attached(Element, Vec<Live>);

/// One of them in place, and what keeps it alive.
enum Live {
    Attribute(&'static str),
    Follows {
        name: &'static str,
        _effect: RenderEffect<()>,
    },
    Property {
        name: &'static str,
        _effect: RenderEffect<()>,
    },
    Hears {
        _until_dropped: RemoveEventHandler<Element>,
    },
    /// What is inside is written over by the next.
    Inside,
}

impl Wire {
    fn attach(self, element: &Element) -> Live {
        let Wire(name, way) = self;
        let on = element.clone();
        match way {
            Way::Fixed(text) => {
                Rndr::set_attribute(element, name, &text);
                Live::Attribute(name)
            }
            Way::Inside(markup) => {
                Rndr::set_inner_html(element, &markup);
                Live::Inside
            }
            Way::Heard(then) => {
                let owner = Owner::current().unwrap_or_default();
                let heard = move |event: JsValue| owner.with(|| then.again(event.unchecked_into()));
                Live::Hears { _until_dropped: Rndr::add_event_listener(element, name, Box::new(heard)) }
            }
            Way::Text(text) => {
                let then = move |()| match text.again(()) {
                    Some(text) => Rndr::set_attribute(&on, name, &text),
                    None => Rndr::remove_attribute(&on, name),
                };
                Live::Follows { name, _effect: effect(Box::new(then)) }
            }
            Way::Class(holds) => {
                let then = move |()| {
                    let classes = Rndr::class_list(&on);
                    if holds.again(()) { Rndr::add_class(&classes, name) } else { Rndr::remove_class(&classes, name) }
                };
                Live::Follows { name: "class", _effect: effect(Box::new(then)) }
            }
            Way::Value(text) => {
                let then = move |()| Rndr::set_property_or_value(&on, name, &JsValue::from_str(&text.again(())));
                Live::Property { name, _effect: effect(Box::new(then)) }
            }
            Way::Flag(holds) => {
                let then = move |()| Rndr::set_property(&on, name, &JsValue::from_bool(holds.again(())));
                Live::Property { name, _effect: effect(Box::new(then)) }
            }
        }
    }
}

/// Calls `then` now and whenever a signal changes that it reads.
#[inline(never)]
pub fn effect(then: Box<dyn Again<(), ()>>) -> RenderEffect<()> {
    RenderEffect::new(move |_| then.again(()))
}

impl Attribute for Wires {
    const MIN_LENGTH: usize = 0;

    type State = Attached;
    type AsyncOutput = Self;
    type Cloneable = Self;
    type CloneableOwned = Self;

    fn build(self, element: &Element) -> Attached {
        Attached(element.clone(), self.attach(element))
    }

    /// The element stays, what is on it goes, and the new comes.
    fn rebuild(self, Attached(element, live): &mut Attached) {
        for old in std::mem::take(live) {
            match old {
                Live::Attribute(name) | Live::Follows { name, .. } => Rndr::remove_attribute(element, name),
                Live::Property { name, .. } => Rndr::set_property(element, name, &JsValue::UNDEFINED),
                Live::Hears { .. } | Live::Inside => {}
            }
        }
        *live = self.attach(element);
    }

    fn into_cloneable(self) -> Self {
        self
    }

    fn into_cloneable_owned(self) -> Self {
        self
    }

    // What follows is for pages that a server writes, of which there are none.

    fn html_len(&self) -> usize {
        0
    }

    fn to_html(self, _: &mut String, _: &mut String, _: &mut String, _: &mut String) {}

    fn hydrate<const FROM_SERVER: bool>(self, element: &Element) -> Attached {
        self.build(element)
    }

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }
}

impl NextAttribute for Wires {
    type Output<NewAttr: Attribute> = (Self, NewAttr);

    fn add_any_attr<NewAttr: Attribute>(self, more: NewAttr) -> (Self, NewAttr) {
        (self, more)
    }
}
