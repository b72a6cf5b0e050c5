package io.github.tiercel.benchmarks.peers;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The bootstrap that one writes around scikit-learn. {@code -Dtiercel.python=...} names another Python. */
final class ScikitLearn implements Peer {

    /** Debian's scikit-learn belongs to its own Python, before which another may stand on the path. */
    private static final Script SCRIPT = new Script(
            "scikit-learn",
            Optional.ofNullable(System.getProperty("tiercel.python"))
                    .map(python -> List.of(List.of(python)))
                    .orElse(List.of(List.of("python3"), List.of("/usr/bin/python3"))),
            "sklearn_loop.py");

    @Override
    public List<Measurement> measure(DataFile file, int replicates) throws NotInstalledException, IOException {
        Script.Answer answer = SCRIPT.run(file);
        Loop loop = answer.loop();
        return List.of(new Measurement(
                answer.text("program"),
                Job.REPLICATES,
                "all five",
                loop.describe(replicates),
                loop.extrapolatedTo(replicates),
                answer.values()));
    }
}
