//! What every store promises, on the one in memory; `tests/web/storage.rs` runs the same in a browser.
#![cfg(not(target_arch = "wasm32"))]

mod contract;
mod packing;
mod photos;
mod taking_back;

use ayni::storage::{Memory, MemoryPhotos};
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Memory never waits, so one look is enough.
fn at_once<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("a store in memory has nothing to wait for"),
    }
}

macro_rules! in_memory {
    ($($check:ident)*) => { $(
        #[test]
        fn $check() {
            let store = Memory::default();
            at_once(contract::$check(&store, &store));
        }
    )* };
}

contract::on_every_store!(in_memory);

macro_rules! packed_in_memory {
    ($($check:ident)*) => { $(
        #[test]
        fn $check() {
            let store = Memory::default();
            at_once(packing::$check(&store, &store));
        }
    )* };
}

packing::on_every_packed_store!(packed_in_memory);

macro_rules! taken_back_in_memory {
    ($($check:ident)*) => { $(
        #[test]
        fn $check() {
            let store = Memory::default();
            at_once(taking_back::$check(&store, &store));
        }
    )* };
}

taking_back::on_every_forgiving_store!(taken_back_in_memory);

macro_rules! photos_in_memory {
    ($($check:ident)*) => { $(
        #[test]
        fn $check() {
            let store = MemoryPhotos::default();
            at_once(photos::$check(&store, &store));
        }
    )* };
}

photos::on_every_photo_store!(photos_in_memory);
