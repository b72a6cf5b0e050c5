package io.github.tiercel.faults;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;

/** The names in a folder, as paths of the faulty file system. */
record FaultyListing(FaultyFileSystem system, DirectoryStream<Path> real) implements DirectoryStream<Path> {

    @Override
    public Iterator<Path> iterator() {
        Iterator<Path> entries = real.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Path next() {
                return system.path(entries.next());
            }
        };
    }

    @Override
    public void close() throws IOException {
        real.close();
    }
}
