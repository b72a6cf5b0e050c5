package io.github.tiercel.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** A path of the default file system that leads through a faulty one. */
record FaultyPath(FaultyFileSystem system, Path real) implements Path {

    private Path wrapped(Path path) {
        return path == null ? null : new FaultyPath(system, path);
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return real.isAbsolute();
    }

    @Override
    public Path getRoot() {
        return wrapped(real.getRoot());
    }

    @Override
    public Path getFileName() {
        return wrapped(real.getFileName());
    }

    @Override
    public Path getParent() {
        return wrapped(real.getParent());
    }

    @Override
    public int getNameCount() {
        return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return wrapped(real.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
        return wrapped(real.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return system.isOwn(other) && real.startsWith(system.real(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return system.isOwn(other) && real.endsWith(system.real(other));
    }

    @Override
    public Path normalize() {
        return wrapped(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return wrapped(real.resolve(system.real(other)));
    }

    @Override
    public Path relativize(Path other) {
        return wrapped(real.relativize(system.real(other)));
    }

    @Override
    public Path toAbsolutePath() {
        return wrapped(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        system.before(FileAction.STAT, real);
        return wrapped(real.toRealPath(options));
    }

    @Override
    public URI toUri() {
        return real.toUri();
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("folders cannot be watched here");
    }

    @Override
    public int compareTo(Path other) {
        return real.compareTo(system.real(other));
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
