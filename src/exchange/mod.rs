//! What goes out into other programs' files: pictures of charts. Each is made from the same views that
//! the window shows, and tells in itself where its numbers come from.

pub mod picture;
