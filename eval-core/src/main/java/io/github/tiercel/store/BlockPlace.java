package io.github.tiercel.store;

/** Where a record batch is in its file: its description, and behind it the columns. All in bytes. */
record BlockPlace(long offset, int descriptionBytes, long bodyBytes) {

    long body() {
        return offset + descriptionBytes;
    }

    long end() {
        return offset + descriptionBytes + bodyBytes;
    }
}
