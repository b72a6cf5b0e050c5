package io.github.tiercel.benchmarks.peers;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** pROC, a package for R: ROC-AUC with its interval by DeLong, and by its own bootstrap, which is stratified. */
final class PRoc implements Peer {

    private static final Script SCRIPT = new Script("pROC", List.of(List.of("Rscript", "--vanilla")), "proc_loop.R");

    @Override
    public List<Measurement> measure(DataFile file, int replicates) throws NotInstalledException, IOException {
        Script.Answer answer = SCRIPT.run(file);
        Loop loop = answer.loop();
        Map<String, Double> values = answer.values();
        return List.of(
                new Measurement(
                        answer.text("program"),
                        Job.REPLICATES,
                        "roc_auc (`roc`, `ci.auc(method = \"bootstrap\")`)",
                        loop.describe(replicates),
                        loop.extrapolatedTo(replicates),
                        values),
                new Measurement(
                        answer.text("program"),
                        Job.DELONG,
                        "roc_auc (`roc`, `ci.auc(method = \"delong\")`)",
                        "-",
                        answer.timing("points").plus(answer.timing("delong")),
                        values));
    }
}
