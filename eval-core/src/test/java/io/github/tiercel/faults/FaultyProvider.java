package io.github.tiercel.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;

/** Asks the rule, then the default file system. */
final class FaultyProvider extends FileSystemProvider {

    private final FaultyFileSystem system;

    FaultyProvider(FaultyFileSystem system) {
        this.system = system;
    }

    /** Returns whether it is to be done. */
    private boolean may(FileAction action, Path path) throws IOException {
        return system.before(action, system.real(path)) == FileEffect.AS_ASKED;
    }

    /** Asks about what cannot be left out, and returns the real path. */
    private Path asked(FileAction action, Path path) throws IOException {
        Path real = system.real(path);
        system.before(action, real);
        return real;
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path real = asked(action(options), path);
        FileChannel channel = FileChannel.open(real, options, attributes);
        return new FaultyChannel(system, real, Files.isDirectory(real), channel);
    }

    private static FileAction action(Set<? extends OpenOption> options) {
        if (options.contains(StandardOpenOption.CREATE) || options.contains(StandardOpenOption.CREATE_NEW)) {
            return FileAction.CREATE;
        }
        boolean writes = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        return writes ? FileAction.OPEN_WRITE : FileAction.OPEN_READ;
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // Whoever asks for the listing closes it.
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        Path real = asked(FileAction.LIST, folder);
        return new FaultyListing(system, Files.newDirectoryStream(real, entry -> filter.accept(system.path(entry))));
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        Files.createDirectory(asked(FileAction.MAKE_FOLDER, folder), attributes);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        if (may(FileAction.LINK, link)) {
            Files.createLink(system.real(link), system.real(existing));
        }
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        if (may(FileAction.LINK, link)) {
            Files.createSymbolicLink(system.real(link), system.real(target), attributes);
        }
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return system.path(Files.readSymbolicLink(asked(FileAction.STAT, link)));
    }

    @Override
    public void delete(Path path) throws IOException {
        if (may(FileAction.DELETE, path)) {
            Files.delete(system.real(path));
        }
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        Files.copy(system.real(source), asked(FileAction.COPY, target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        if (may(FileAction.MOVE, target)) {
            Files.move(system.real(source), system.real(target), options);
        }
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return path.equals(other)
                || (system.isOwn(other) && Files.isSameFile(asked(FileAction.STAT, path), system.real(other)));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(asked(FileAction.STAT, path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(asked(FileAction.STAT, path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        Path real = asked(FileAction.STAT, path);
        real.getFileSystem().provider().checkAccess(real, modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        Path real = system.real(path);
        return FaultyView.of(system, real, type, Files.getFileAttributeView(real, type, options));
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return Files.readAttributes(asked(FileAction.STAT, path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return Files.readAttributes(asked(FileAction.STAT, path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        if (may(FileAction.SET_ATTRIBUTES, path)) {
            Files.setAttribute(system.real(path), attribute, value, options);
        }
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException("make a FaultyFileSystem");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException("use FaultyFileSystem.path");
    }
}
