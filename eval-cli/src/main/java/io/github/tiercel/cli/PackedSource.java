package io.github.tiercel.cli;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.NearestName;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.packed.PackedSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A packed set that a command line names: what its columns are was said when it was packed. */
final class PackedSource {

    private final DataOptions options;
    private final PackedSet set;

    private PackedSource(DataOptions options, PackedSet set) {
        this.options = options;
        this.set = set;
    }

    /**
     * Opens it.
     *
     * @param gatedColumns columns that gates slice by
     * @param seed the seed that is asked for
     * @throws io.github.tiercel.data.UsageException if the command line says other than the set
     */
    static PackedSet open(DataOptions options, Set<String> gatedColumns, long seed) {
        PackedSource source = new PackedSource(options, PackedSet.open(options.data));
        source.requireSame();
        source.requireSeed(seed);
        Set<String> slices = new LinkedHashSet<>(options.slices);
        slices.addAll(gatedColumns);
        slices.forEach(source::requireSlice);
        return source.set;
    }

    private void requireSame() {
        ColumnRoles roles = set.description().roles();
        requireSame("--label", options.label, roles.label());
        requireSame("--positive", options.positive, roles.positive().orElse(null));
        requireSame("--id", options.id, roles.id().orElse(null));
        requireSame("--weight", options.weight, roles.weight().orElse(null));
        requireSame("--cluster", options.cluster, roles.cluster().orElse(null));
        requireSame("--query", options.query, roles.query().orElse(null));
        requireSame(
                "--task",
                options.task == null ? null : options.task.task().spelling(),
                roles.task().map(Task::spelling).orElse(null));
        requireSame(
                "--classes",
                options.classes.isEmpty() ? null : String.join(",", options.classes),
                String.join(",", roles.classes()));
        if (options.fold != null || options.part != null || options.dropUnlabelled) {
            throw Usage.mistake(options.data + " is a packed set, which has no folds and no parts, and"
                    + " whose rows all have labels. Leave out --fold, --part and --drop-unlabelled, or evaluate what it"
                    + " was packed of.");
        }
    }

    /** The set's own is in force unless another one is asked for. */
    private void requireSeed(long seed) {
        long packed = set.description().seed();
        if (seed != packed && seed != EvaluationSet.DEFAULT_SEED) {
            requireSame("--seed", Long.toString(seed), Long.toString(packed));
        }
    }

    /** What is not said is as it was packed. */
    private void requireSame(String option, @Nullable String said, @Nullable String packed) {
        if (said != null && !Objects.equals(said, packed)) {
            throw Usage.mistake(options.data + " was packed with " + option + " "
                    + (packed == null ? "left out" : packed) + ", not with " + said
                    + ". Say the same, leave it out, or pack the source again.");
        }
    }

    private void requireSlice(String slice) {
        List<String> packed = set.description().roles().slices();
        if (!packed.contains(slice)) {
            throw Usage.mistake(options.data + " was not packed with --slice \"" + slice + "\"."
                    + NearestName.suggestion(slice, packed) + " Slices: "
                    + (packed.isEmpty() ? "none" : String.join(", ", packed)) + ". Pack the source again with it.");
        }
    }
}
