package io.github.tiercel.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.github.tiercel.inference.ModelException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model in memory, with what it says of itself. */
record LoadedModel(
        String file,
        OrtEnvironment environment,
        OrtSession session,
        Map<String, NodeInfo> inputs,
        Map<String, NodeInfo> outputs,
        Map<String, String> metadata) {

    static LoadedModel load(ModelFile file, int threads) {
        OrtEnvironment environment = NativeRuntime.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            // Threads that wait for work give the processor back.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            OrtSession session = file.external().isEmpty()
                    ? environment.createSession(file.bytes(), options)
                    : environment.createSession(file.path().toString(), options);
            return of(file.name(), environment, session);
        } catch (OrtException e) {
            throw Faults.file("ONNX Runtime " + environment.getVersion() + " cannot load " + file.path() + ": "
                    + Faults.said(e) + " The file may be cut short, no ONNX model, or made for a later version.");
        }
    }

    private static LoadedModel of(String file, OrtEnvironment environment, OrtSession session) throws OrtException {
        try {
            return new LoadedModel(
                    file,
                    environment,
                    session,
                    session.getInputInfo(),
                    session.getOutputInfo(),
                    session.getMetadata().getCustomMetadata());
        } catch (OrtException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw Faults.failed("ONNX Runtime could not free the model in " + file + ": " + Faults.said(e), e);
        }
    }

    /**
     * {@return the names in a property of the metadata; empty if the model has no such property}
     *
     * @throws ModelException if it is no JSON list of names
     */
    Optional<List<String>> names(String property) {
        @Nullable String json = metadata.get(property);
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonNames.parse(json));
        } catch (IllegalArgumentException e) {
            throw Faults.file("The metadata property \"" + property + "\" of " + file
                    + " must be a JSON list of names: " + e.getMessage() + ".");
        }
    }
}
