package io.github.tiercel.cli;

import io.github.tiercel.metrics.resample.Scheme;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Which scheme of replicates was asked for.
 *
 * @param scheme the scheme, empty for the fastest that is no approximation
 */
record SchemeChoice(Optional<Scheme> scheme) {

    static final SchemeChoice AUTO = new SchemeChoice(Optional.empty());

    /** Reads the name of a scheme, or auto. */
    static final class Converter implements ITypeConverter<SchemeChoice> {

        Converter() {}

        @Override
        public SchemeChoice convert(String name) {
            if (name.equals("auto")) {
                return AUTO;
            }
            return Stream.of(Scheme.ROW_HASHED, Scheme.COMPRESSED, Scheme.RANK_BLOCKS)
                    .filter(scheme -> scheme.title().equals(name))
                    .findFirst()
                    .map(scheme -> new SchemeChoice(Optional.of(scheme)))
                    .orElseThrow(() -> new TypeConversionException(
                            "expected auto, row-hashed, compressed or rank-blocks but was '" + name + "'"));
        }
    }
}
