package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.packed.KeptSet;
import io.github.tiercel.packed.PrunedSets;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.store.KeyExplanation;
import io.github.tiercel.store.PruneResult;
import io.github.tiercel.store.StoreCheck;
import io.github.tiercel.store.StoredKey;
import io.github.tiercel.store.StoredUse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreTextTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final StoredKey FULL = new StoredKey(
            "a".repeat(64),
            ModelFingerprint.of("net:" + DIGEST).withTransform("v2").withSetting("provider", "cpu"),
            DIGEST,
            new Outputs(List.of("cat", "dog"), Precision.FLOAT),
            OptionalInt.of(1024),
            78_543,
            OptionalInt.of(78_543),
            2,
            1_300_000,
            Instant.parse("2026-11-29T20:05:59Z"));
    private static final StoredKey PART = new StoredKey(
            "a".repeat(14) + "b".repeat(50),
            ModelFingerprint.of("line\nbreak"),
            DIGEST,
            Outputs.score(),
            OptionalInt.empty(),
            8_192,
            OptionalInt.empty(),
            1,
            812,
            Instant.EPOCH);

    private static final KeptSet SET = set("c", "/data/holdout.parquet", KeptSet.Source.UNCHANGED, 78_543, 1_300_000);
    private static final KeptSet CHANGED = set("d", "/data/a\nb.csv", KeptSet.Source.CHANGED, 1000, 812);
    private static final KeptSet GONE = set("e", "/data/c.csv", KeptSet.Source.GONE, 1, 812);
    private static final KeptSet DAMAGED =
            new KeptSet("f".repeat(64), "", KeptSet.Source.UNKNOWN, 0, 812, Instant.EPOCH);

    private static KeptSet set(String digit, String path, KeptSet.Source source, int rows, long bytes) {
        return new KeptSet(digit.repeat(64), path, source, rows, bytes, FULL.lastUsed());
    }

    @Test
    void keysHaveAsManyDigitsAsTellThemApartAndTimesOfTheZone() {
        assertEquals("""
                key              last used                     rows  files       size  batch  outputs          settings          model
                aaaaaaaaaaaaaaa  2026-11-30 01:35  78,543 of 78,543      2    1.2 MiB  1,024  float: cat, dog  v2, provider=cpu  net:01234567…
                aaaaaaaaaaaaaab  1970-01-01 05:30             8,192      1  812 bytes         double: score                      line\\nbreak
                2 keys, 1.2 MiB""", StoreText.keys(List.of(FULL, PART), ZONE, 1000, Style.PLAIN));
    }

    @Test
    void onANarrowScreenNumbersStay() {
        String text = StoreText.keys(List.of(FULL), ZONE, 100, Style.PLAIN);
        String line = text.lines().toList().get(1);
        assertTrue(line.startsWith("aaaaaaaaaaaa  2026-11-30 01:35  78,543 of 78,543      2  1.2 MiB"), text);
        assertTrue(line.length() <= 100, text);
    }

    @Test
    void useOfRowsHasALineForEachOrder() {
        assertEquals(
                """
                rows 012345678901 used for 37 models in 1,120 evaluations (fast: 36 in 1,112, full: 5 in 8)
                rows ffffffffffff used for 1 model in 1 evaluation (a\\nb: 1 in 1)""",
                StoreText.uses(List.of(
                        new StoredUse("0123456789".repeat(6) + "0123", HandMade.use(), 5000),
                        new StoredUse(
                                "f".repeat(64),
                                new HoldoutUse(1, 1, Map.of("a\nb", new HoldoutUse.TierUse(1, 1)), true),
                                300))));
        assertEquals("", StoreText.uses(List.of()));
    }

    @Test
    void oneKeyIsOne() {
        assertTrue(StoreText.keys(List.of(PART), ZONE, 100, Style.PLAIN).endsWith("1 key, 812 bytes"));
    }

    @Test
    void filesThatCouldNotBeMovedAreSaidToBeThere() {
        StoreCheck check = new StoreCheck(
                1, 1, List.of(new StoreCheck.Problem("a", "one", true), new StoreCheck.Problem("b\n", "two", false)));
        assertEquals("""
                The store is damaged in 2 files; all else is whole, every byte of 1 file (1 byte) was checked.
                  a: one; went to quarantine/
                  b\\n: two; still there, because it could not be moved: look at the folder's permissions
                What is in quarantine is not read again; the rows that are missing now are inferred at their next use.""", StoreText.check(check));
    }

    @Test
    void explanationHasThePartsInWhole() {
        assertEquals(
                "key        " + FULL.hex() + "\nmodel      net:" + DIGEST
                        + "\ntransform  v2\nsetting    provider=cpu\nrows       " + DIGEST
                        + "\noutputs    float: cat, dog\nbatch      1,024 rows, on which scores depend"
                        + "\nstored     78,543 of 78,543 rows, 1.2 MiB, last used 2026-11-30 01:35\n\n"
                        + "A request with all of these hits: every row has its scores.",
                StoreText.explanation(new KeyExplanation(FULL, List.of()), ZONE));
    }

    @Test
    void whereTheNumberOfRowsIsUnknownTheRestIsToo() {
        assertTrue(StoreText.explanation(new KeyExplanation(PART, List.of()), ZONE)
                .endsWith("A request with all of these hits up to 8,192 rows; one for more infers the rest."));
    }

    @Test
    void keysThatCameMeanwhileHaveNoModel() {
        PruneResult result = new PruneResult(List.of(PART.hex()), List.of(FULL.hex()), 0, 5);
        assertEquals(
                "deleted  aaaaaaaaaaaaaab\nstays  aaaaaaaaaaaaaaa  net:01234567…\nDeleted nothing. 1 key stays: it is in"
                        + " use or was within two minutes. 5 bytes are left.",
                StoreText.pruned(List.of(FULL), result, new PrunedSets(List.of(), List.of(), 0, 0), false));
    }

    @Test
    void packedSetsHaveALineEachThatSaysWhatBecameOfTheirSource() {
        assertEquals("""
                packed set    last used           rows       size  source
                cccccccccccc  2026-11-30 01:35  78,543    1.2 MiB  /data/holdout.parquet
                dddddddddddd  2026-11-30 01:35   1,000  812 bytes  (changed) /data/a\\nb.csv
                eeeeeeeeeeee  2026-11-30 01:35       1  812 bytes  (gone) /data/c.csv
                ffffffffffff  1970-01-01 05:30          812 bytes  (damaged)
                4 packed sets beside the store, 1.2 MiB""", StoreText.sets(List.of(SET, CHANGED, GONE, DAMAGED), ZONE, 1000, Style.PLAIN));
        assertTrue(StoreText.sets(List.of(GONE), ZONE, 40, Style.PLAIN)
                .endsWith("1 packed set beside the store, 812 bytes"));
        assertEquals("", StoreText.sets(List.of(), ZONE, 40, Style.PLAIN));
    }

    @Test
    void prunedSetsStandBeforeKeys() {
        PruneResult result = new PruneResult(List.of(PART.hex()), List.of(), 812, 5);
        PrunedSets sets = new PrunedSets(List.of(CHANGED, DAMAGED), List.of(SET), 1624, 1_300_000);
        assertEquals("""
                would delete  dddddddddddd  packed (changed) /data/a\\nb.csv
                would delete  ffffffffffff  packed (damaged)
                would delete  aaaaaaaaaaaa  line\\nbreak
                stays  cccccccccccc  packed /data/holdout.parquet
                Would delete 1 key and 2 packed sets, 2.4 KiB. 1 packed set stays: it is in use or was within two\
                 minutes. 1.2 MiB would be left.""", StoreText.pruned(List.of(PART), result, sets, true));
        PruneResult none = new PruneResult(List.of(), List.of(FULL.hex()), 0, 5);
        assertTrue(StoreText.pruned(List.of(FULL), none, sets, false)
                .contains("Deleted 2 packed sets, 1.6 KiB. 1 key and 1 packed set stay: they are in use or were"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "1023, 1023 bytes",
        "1024, 1.0 KiB",
        "1048524, 1023.9 KiB",
        "1048525, 1.0 MiB",
        "1048576, 1.0 MiB",
        "10737418240, 10.0 GiB",
        "9223372036854775807, 8.0 EiB"
    })
    void sizesHaveTheUnitThatSuitsThem(long bytes, String text) {
        assertEquals(text, ByteText.of(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "0, '0'",
        "999, '999'",
        "1000, '1,000'",
        "123456, '123,456'",
        "9223372036854775807, '9,223,372,036,854,775,807'"
    })
    void countsHaveGroupsOfThree(long number, String text) {
        assertEquals(text, KeyText.count(number));
    }
}
