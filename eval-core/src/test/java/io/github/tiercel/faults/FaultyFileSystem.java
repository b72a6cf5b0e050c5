package io.github.tiercel.faults;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The default file system, in which things go wrong as a {@link FileRule} decides.
 *
 * <p>Two of these over the same folder are like two machines: their paths are never equal.
 *
 * <p>Not there: watching, mapped memory, asynchronous channels, {@code toFile()}, paths by URI. What is transferred
 * between channels or copied within the file system is announced, but its bytes are never altered; permissions are not
 * checked by the rule where the default file system checks them itself.
 *
 * <pre>{@code
 * FaultyFileSystem files = new FaultyFileSystem();
 * PredictionStore store = PredictionStore.open(files.path(folder));
 * files.follow((action, file) -> {
 *   if (action == FileAction.FORCE) {
 *     throw new IOException("Input/output error");
 *   }
 * });
 * }</pre>
 */
public final class FaultyFileSystem extends FileSystem {

    private static final FileSystem REAL = FileSystems.getDefault();

    private final FaultyProvider provider = new FaultyProvider(this);
    private volatile FileRule rule = FileRule.NONE;

    /** Follows a rule from now on, on files that are open too. */
    public void follow(FileRule next) {
        this.rule = next;
    }

    /** Does what it is asked from now on. */
    public void recover() {
        follow(FileRule.NONE);
    }

    /** {@return the same path in this file system} */
    public Path path(Path real) {
        if (real.getFileSystem() != REAL) {
            throw new ProviderMismatchException(real + " is not of the default file system");
        }
        return new FaultyPath(this, real);
    }

    /** {@return the same path in the default file system} */
    Path real(Path path) {
        if (isOwn(path)) {
            return ((FaultyPath) path).real();
        }
        throw new ProviderMismatchException(path + " is not of this file system");
    }

    boolean isOwn(Path path) {
        return path instanceof FaultyPath && path.getFileSystem() == this;
    }

    /** Asks the rule. */
    FileEffect before(FileAction action, Path real) throws IOException {
        FileRule current = rule;
        current.before(action, real);
        return current.instead(action, real).on(action);
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public Path getPath(String first, String... more) {
        return path(REAL.getPath(first, more));
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return () -> StreamSupport.stream(REAL.getRootDirectories().spliterator(), false)
                .map(this::path)
                .iterator();
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher matcher = REAL.getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(real(path));
    }

    @Override
    public String getSeparator() {
        return REAL.getSeparator();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return REAL.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return REAL.supportedFileAttributeViews();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return REAL.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("folders cannot be watched here");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("a file system like the default one cannot be closed");
    }
}
