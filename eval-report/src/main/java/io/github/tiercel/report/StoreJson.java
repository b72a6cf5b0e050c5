package io.github.tiercel.report;

import io.github.tiercel.packed.KeptSet;
import io.github.tiercel.packed.PrunedSets;
import io.github.tiercel.store.KeyExplanation;
import io.github.tiercel.store.PruneResult;
import io.github.tiercel.store.StoreCheck;
import io.github.tiercel.store.StoredKey;
import io.github.tiercel.store.StoredUse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * What is in a prediction store, and what was done with it, as JSON for scripts. Names of members are stable; sizes are
 * in bytes, times in UTC. What is not known has no member. All methods may be called from any thread; each text ends in
 * a line feed.
 *
 * @since 0.1
 */
public final class StoreJson {

    private StoreJson() {}

    /**
     * {@return an object with {@code keys} and their {@code bytes} together, the {@code uses} of rows, and the packed
     * {@code sets} beside the store}
     *
     * @param keys the keys
     * @param uses how often rows have been used
     * @param sets the packed sets
     */
    public static String keys(List<StoredKey> keys, List<StoredUse> uses, List<KeptSet> sets) {
        return document(json -> {
            json.objects("keys", keys, key -> write(json, key));
            json.count("bytes", keys.stream().mapToLong(StoredKey::bytes).sum());
            json.objects("uses", uses, use -> {
                json.text("order", use.order());
                HoldoutJson.counts(json, use.use());
                json.count("bytes", use.bytes());
            });
            json.objects("sets", sets, set -> write(json, set));
        });
    }

    /**
     * {@return an object with {@code whole}, the {@code files} and {@code bytes} that are, and {@code problems}}
     *
     * @param check what was found
     */
    public static String check(StoreCheck check) {
        return document(json -> {
            json.truth("whole", check.isWhole());
            json.count("files", check.files());
            json.count("bytes", check.bytes());
            json.objects("problems", check.problems(), problem -> {
                json.text("file", problem.file());
                json.text("what", problem.what());
                json.truth("in_quarantine", problem.isGone());
            });
        });
    }

    /**
     * {@return an object with {@code dry_run}, the keys {@code deleted} and {@code in_use}, {@code bytes_deleted} and
     * {@code bytes_left} of the store, and {@code sets} with the same of the packed sets beside it}
     *
     * @param result what was deleted, or would be
     * @param sets the same of packed sets
     * @param isRehearsal whether nothing was deleted
     */
    public static String pruned(PruneResult result, PrunedSets sets, boolean isRehearsal) {
        return document(json -> {
            json.truth("dry_run", isRehearsal);
            json.names("deleted", result.keys());
            json.names("in_use", result.inUse());
            json.count("bytes_deleted", result.bytesDeleted());
            json.count("bytes_left", result.bytesLeft());
            json.object("sets", () -> {
                json.objects("deleted", sets.deleted(), set -> write(json, set));
                json.objects("in_use", sets.inUse(), set -> write(json, set));
                json.count("bytes_deleted", sets.bytesDeleted());
                json.count("bytes_left", sets.bytesLeft());
            });
        });
    }

    /**
     * {@return an object with the parts of the key and {@code others}, those that share most first, each with what is
     * the {@code same} and what is {@code different}}
     *
     * @param explanation the key and the others
     */
    public static String explanation(KeyExplanation explanation) {
        return document(json -> {
            write(json, explanation.key());
            json.objects("others", explanation.others(), other -> {
                write(json, other.key());
                json.names("same", other.same());
                json.names("different", other.different());
            });
        });
    }

    private static void write(JsonSink json, KeptSet set) throws IOException {
        json.text("set", set.name());
        if (!set.path().isEmpty()) {
            json.text("source", set.path());
        }
        json.text("source_is", set.source().name().toLowerCase(Locale.ROOT));
        json.truth("damaged", set.isDamaged());
        if (!set.isDamaged()) {
            json.count("rows", set.rows());
        }
        json.count("bytes", set.bytes());
        json.text("last_used", set.lastUsed().toString());
    }

    private static void write(JsonSink json, StoredKey key) throws IOException {
        json.text("key", key.hex());
        json.text("model", key.model().model());
        json.text("transform", key.model().transform());
        json.texts("settings", key.model().settings());
        json.text("order", key.order());
        json.names("outputs", key.outputs().names());
        json.text("precision", KeyText.precision(key));
        if (key.batchRows().isPresent()) {
            json.count("batch_rows", key.batchRows().getAsInt());
        }
        json.count("rows", key.rows());
        if (key.rowsOfOrder().isPresent()) {
            json.count("rows_total", key.rowsOfOrder().getAsInt());
        }
        json.count("segments", key.segments());
        json.count("bytes", key.bytes());
        json.text("last_used", key.lastUsed().toString());
    }

    private static String document(JsonSink.MembersOf<JsonSink> members) {
        StringWriter text = new StringWriter();
        try (JsonSink json = JsonSink.to(text)) {
            json.document(() -> members.write(json));
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }
}
