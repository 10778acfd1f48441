package io.leadlifecycle.capture;

/** One field of a lead, as the outside names it. */
record Field<T>(String name, Reader<T> reader) {}
