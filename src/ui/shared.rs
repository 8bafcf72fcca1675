//! Values that screens share and follow: Leptos signals and memos, each of one single type.
//!
//! Leptos lays out its reactive code anew for every type in a signal or a memo. Here the value is behind a pointer that does
//! not say what it points to, so that this code is there once; these handles remember the type.

use super::html::Again;
use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

type Hidden = Arc<dyn Any + Send + Sync>;

/// What a value must be to stand in a signal.
pub trait Value: Any + Clone + Default + Send + Sync {}

impl<T: Any + Clone + Default + Send + Sync> Value for T {}

/// The value behind the pointer. A handle takes out only what a handle of the same type put in; while a value is being
/// changed there is nothing behind the pointer, and an empty one stands in for it.
fn reveal<T: Value>(hidden: Hidden) -> Arc<T> {
    hidden.downcast().unwrap_or_default()
}

/// A value that is set; whoever follows it is told.
pub struct Shared<T>(RwSignal<Hidden>, PhantomData<fn() -> T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Shared<T> {}

impl<T: Value> Shared<T> {
    pub fn new(value: T) -> Self {
        Shared(signal(Arc::new(value)), PhantomData)
    }

    /// A snapshot, which costs nothing to hand on. A view that reads it is built again when the value changes.
    pub fn see(self) -> Arc<T> {
        reveal(see(self.0))
    }

    /// A snapshot, without following the value.
    pub fn peek(self) -> Arc<T> {
        reveal(peek(self.0))
    }

    /// The value itself, without following it.
    pub fn peek_value(self) -> T {
        T::clone(&self.peek())
    }

    /// The value itself; followed as by [`Shared::see`].
    pub fn get(self) -> T {
        T::clone(&self.see())
    }

    pub fn set(self, value: T) {
        put(self.0, Arc::new(value));
    }

    /// Whether the page that made it was left: nothing may be read from it any more. What goes on in the meantime asks this.
    pub fn is_gone(self) -> bool {
        self.0.is_disposed()
    }

    /// Changes the value. It is copied only while somebody still holds an older snapshot.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut change = Some(change);
        self.change(&mut |value| {
            if let Some(change) = change.take() {
                change(value);
            }
        });
    }

    #[inline(never)]
    fn change(self, change: &mut dyn FnMut(&mut T)) {
        // A page that was left meanwhile has taken its values along.
        let Some(hidden) = take(self.0) else { return };
        let mut value = reveal(hidden);
        change(Arc::make_mut(&mut value));
        put(self.0, value);
    }
}

/// A value that follows from others. Whoever follows it is told only when it has become another one.
pub struct Derived<T>(Memo<Comparable>, PhantomData<fn() -> T>);

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: Value + PartialEq> Derived<T> {
    pub fn new(value: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let same = |a: &Hidden, b: &Hidden| a.downcast_ref::<T>() == b.downcast_ref::<T>();
        Derived(memo(Box::new(move |()| Comparable { value: Arc::new(value()), same })), PhantomData)
    }

    pub fn see(self) -> Arc<T> {
        reveal(follow(self.0).value)
    }

    pub fn get(self) -> T {
        T::clone(&self.see())
    }
}

/// A hidden value that knows how to be compared.
#[derive(Clone)]
struct Comparable {
    value: Hidden,
    same: fn(&Hidden, &Hidden) -> bool,
}

impl PartialEq for Comparable {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&self.value, &other.value)
    }
}

// What follows is the code that there is once.

#[inline(never)]
fn signal(value: Hidden) -> RwSignal<Hidden> {
    RwSignal::new(value)
}

/// A page that was left has taken its values along; what still reads one finds it empty, and has nothing left to draw.
#[inline(never)]
fn see(signal: RwSignal<Hidden>) -> Hidden {
    signal.try_get().unwrap_or_else(nothing)
}

#[inline(never)]
fn peek(signal: RwSignal<Hidden>) -> Hidden {
    signal.try_get_untracked().unwrap_or_else(nothing)
}

fn nothing() -> Hidden {
    Arc::new(())
}

#[inline(never)]
fn put(signal: RwSignal<Hidden>, value: Hidden) {
    // Given back where there is no one left to take it.
    let _ = signal.try_set(value);
}

/// Takes the value out for a change, so that it need not be copied; nobody is told of the gap.
#[inline(never)]
fn take(signal: RwSignal<Hidden>) -> Option<Hidden> {
    signal.try_update_untracked(|value| std::mem::replace(value, nothing()))
}

#[inline(never)]
fn memo(value: Box<dyn Again<(), Comparable> + Send + Sync>) -> Memo<Comparable> {
    Memo::new(move |_| value.again(()))
}

#[inline(never)]
fn follow(memo: Memo<Comparable>) -> Comparable {
    memo.get()
}
