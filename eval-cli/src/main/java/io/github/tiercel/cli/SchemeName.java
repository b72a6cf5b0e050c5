package io.github.tiercel.cli;

import io.github.tiercel.metrics.resample.Scheme;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a scheme of replicates, or auto for the fastest that holds. */
final class SchemeName implements ITypeConverter<Optional<Scheme>> {

    private static final String AUTO = "auto";

    SchemeName() {}

    @Override
    public Optional<Scheme> convert(String name) {
        if (name.equals(AUTO)) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(Scheme.ROW_HASHED, Scheme.COMPRESSED, Scheme.RANK_BLOCKS)
                .filter(scheme -> scheme.title().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "expected auto, row-hashed, compressed or rank-blocks but was '" + name + "'")));
    }
}
