package io.github.tiercel.onnx;

import ai.onnxruntime.OrtEnvironment;
import io.github.tiercel.inference.ModelException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Loads ONNX Runtime, once a process. */
final class NativeRuntime {

    /**
     * ONNX Runtime 1.29 matches a regular expression against the command line of the process when it is loaded, and
     * does so by recursion: a class path of 4,000 characters overflows a stack of 1 MiB, and ends the process without a
     * word. Linux allows an argument of 128 KiB. Memory is taken only as far as the stack is used.
     */
    private static final long STACK_BYTES = 256L << 20;

    private NativeRuntime() {}

    /**
     * {@return the environment that all sessions of a process share}
     *
     * @throws ModelException if there is no native library for this platform
     */
    static OrtEnvironment environment() {
        CompletableFuture<OrtEnvironment> loaded = new CompletableFuture<>();
        Thread loader = new Thread(null, () -> load(loaded), "tiercel-onnxruntime", STACK_BYTES);
        loader.setDaemon(true);
        loader.start();
        try {
            return loaded.join();
        } catch (CompletionException e) {
            throw missing(e.getCause());
        }
    }

    private static void load(CompletableFuture<OrtEnvironment> loaded) {
        try {
            loaded.complete(OrtEnvironment.getEnvironment());
        } catch (LinkageError | RuntimeException e) {
            loaded.completeExceptionally(e);
        }
    }

    /** The library is there for the common platforms only, and is unpacked to run. */
    static ModelException missing(@Nullable Throwable cause) {
        @Nullable String said = cause == null ? null : cause.getMessage();
        return new ModelException(
                "NO_NATIVE_LIBRARY",
                "ONNX Runtime has no native library that runs here (" + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch") + (said == null ? "" : ": " + said)
                        + "). Run on Linux, macOS or Windows on a common processor, with a temporary folder that allows"
                        + " programs.");
    }
}
