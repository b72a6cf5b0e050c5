package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StoreKeyProperties {

    /** Few letters, so that texts often are equal, and those that could break a line or an escape. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('a', 'b', ':', ' ', '\\', 'u', '0', '\n', '\r', '\u2028', '\ud83d', '\ude00', '\u00e9')
                .ofMaxLength(8);
    }

    @Provide
    Arbitrary<StoreKey> keys() {
        Arbitrary<String> model = texts().map(text -> "m" + text);
        Arbitrary<ModelFingerprint> fingerprint = Combinators.combine(
                        model, texts(), Arbitraries.maps(texts(), texts()).ofMaxSize(3))
                .as((name, transform, settings) -> new ModelFingerprint(name, transform, new TreeMap<>(settings)));
        Arbitrary<Outputs> outputs = Combinators.combine(
                        texts().list().ofMinSize(1).ofMaxSize(3).uniqueElements(), Arbitraries.of(Precision.class))
                .as(Outputs::new);
        Arbitrary<OptionalInt> batch = Arbitraries.integers()
                .between(1, 9)
                .optional()
                .map(rows -> rows.isPresent() ? OptionalInt.of(rows.get()) : OptionalInt.empty());
        return Combinators.combine(fingerprint, texts(), outputs, batch).as(StoreKey::new);
    }

    @Property(seed = "1", edgeCases = EdgeCasesMode.NONE)
    void differentKeysHaveDifferentAddressesAndTexts(@ForAll("keys") StoreKey one, @ForAll("keys") StoreKey other) {
        assertEquals(one.equals(other), one.hex().equals(other.hex()));
        assertEquals(one.equals(other), one.text().equals(other.text()));
    }

    @Property(seed = "2", edgeCases = EdgeCasesMode.NONE)
    void textGivesItsKeyBack(@ForAll("keys") StoreKey key) {
        assertEquals(Optional.of(key), KeyText.parse(key.text()));
    }

    @Property(seed = "3", edgeCases = EdgeCasesMode.NONE)
    void textSurvivesUtf8(@ForAll("keys") StoreKey key) {
        byte[] bytes = key.text().getBytes(StandardCharsets.UTF_8);
        assertEquals(key.text(), new String(bytes, StandardCharsets.UTF_8));
    }

    @Property(seed = "4", edgeCases = EdgeCasesMode.NONE)
    void changedTextIsAnotherKeyOrNone(
            @ForAll("keys") StoreKey key, @ForAll("texts") String text, @ForAll("places") double place) {
        String right = key.text();
        int at = (int) (place * right.length());
        String changed = right.substring(0, at) + text + right.substring(Math.min(right.length(), at + 1));
        Optional<StoreKey> parsed = KeyText.parse(changed);
        assertTrue(parsed.isEmpty() || parsed.get().equals(key) == changed.equals(right));
    }

    @Provide
    Arbitrary<Double> places() {
        return Arbitraries.doubles().between(0, 1);
    }

    @Property(seed = "5", edgeCases = EdgeCasesMode.NONE)
    void everyFieldCounts(@ForAll("keys") StoreKey key) {
        ModelFingerprint model = key.model();
        Outputs outputs = key.outputs();
        Precision other = outputs.precision() == Precision.DOUBLE ? Precision.FLOAT : Precision.DOUBLE;
        List<StoreKey> changed = List.of(
                with(key, ModelFingerprint.of(model.model() + "x")),
                with(key, model.withTransform(model.transform() + "x")),
                with(key, model.withSetting("another setting", "")),
                new StoreKey(model, key.order() + "x", outputs, key.batchRows()),
                new StoreKey(model, key.order(), outputs.in(other), key.batchRows()),
                new StoreKey(model, key.order(), renamed(outputs), key.batchRows()),
                new StoreKey(model, key.order(), outputs, OptionalInt.of(10)));
        changed.forEach(another -> assertNotEquals(key.hex(), another.hex()));
        assertEquals(
                changed.size(), changed.stream().map(StoreKey::hex).distinct().count());
    }

    /** Every single change of a setting, an output or the batch size, however alike the texts are. */
    @Property(seed = "6", edgeCases = EdgeCasesMode.NONE)
    void everySettingAndEveryOutputCounts(
            @ForAll("keys") StoreKey key, @ForAll("texts") String name, @ForAll("texts") String value) {
        ModelFingerprint model = key.model().withSetting(name, value).withSetting("z" + name, "z" + value);
        Outputs outputs =
                new Outputs(List.of("o" + name, "p" + value), key.outputs().precision());
        StoreKey known = new StoreKey(model, key.order(), outputs, OptionalInt.of(64));
        List<StoreKey> changed = List.of(
                with(known, without(model, name)),
                with(known, without(model, "z" + name)),
                with(known, model.withSetting(name, value + "x")),
                with(known, model.withSetting(name, "z" + value).withSetting("z" + name, value)),
                with(known, without(model, name).withSetting(name + "y", value)),
                with(known, model.withSetting("y" + name, value)),
                with(known, new Outputs(List.of("p" + value, "o" + name), outputs.precision())),
                with(known, new Outputs(List.of("o" + name), outputs.precision())),
                with(known, new Outputs(List.of("o" + name, "p" + value, "q"), outputs.precision())),
                with(known, new Outputs(List.of("o" + name + "p" + value), outputs.precision())),
                new StoreKey(model, key.order(), outputs, OptionalInt.of(65)),
                new StoreKey(model, key.order(), outputs, OptionalInt.of(6)),
                new StoreKey(model, key.order(), outputs, OptionalInt.empty()));
        changed.forEach(another -> assertNotEquals(known.hex(), another.hex()));
        assertEquals(
                changed.size(), changed.stream().map(StoreKey::hex).distinct().count());
    }

    private static ModelFingerprint without(ModelFingerprint model, String setting) {
        TreeMap<String, String> fewer = new TreeMap<>(model.settings());
        fewer.remove(setting);
        return new ModelFingerprint(model.model(), model.transform(), fewer);
    }

    private static StoreKey with(StoreKey key, Outputs outputs) {
        return new StoreKey(key.model(), key.order(), outputs, key.batchRows());
    }

    private static StoreKey with(StoreKey key, ModelFingerprint model) {
        return new StoreKey(model, key.order(), key.outputs(), key.batchRows());
    }

    private static Outputs renamed(Outputs outputs) {
        List<String> names =
                outputs.names().stream().map(name -> name + "another name").toList();
        return new Outputs(names, outputs.precision());
    }
}
