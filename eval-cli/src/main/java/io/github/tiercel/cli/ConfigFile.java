package io.github.tiercel.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.tiercel.data.NearestName;
import io.github.tiercel.data.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A file of options in TOML: a key for each option, without its dashes, and {@code data} for the file or folder. What
 * the command line says goes before.
 *
 * <p>The options are put into the command line before it is read, so that a result names all of them and does not
 * depend on the file.
 */
final class ConfigFile {

    static final String OPTION = "--config";

    private static final String DASHES = "--";
    private static final String DATA = "data";
    private static final List<Set<String>> EXCLUSIVE =
            List.of(Set.of("score", "score-prefix", "model"), Set.of("rows", "half-width"));
    private static final TomlMapper TOML = new TomlMapper();

    private final Path path;
    private final JsonNode root;

    private ConfigFile(Path path, JsonNode root) {
        this.path = path;
        this.root = root;
    }

    /**
     * {@return the command line with the options of the file it names, or as it is where it names none}
     *
     * @param root the command that the line is for
     * @throws UsageException if the file cannot be read, or has what is no option
     */
    static String[] expanded(CommandLine root, String[] args) {
        CommandLine named = args.length == 0 ? null : root.getSubcommands().get(args[0]);
        if (named == null || !named.getCommandSpec().optionsMap().containsKey(OPTION)) {
            return args;
        }
        GivenOptions given =
                GivenOptions.of(named.getCommandSpec(), List.of(args).subList(1, args.length));
        return given.value(OPTION)
                .map(file -> read(Path.of(file)).into(named.getCommandSpec(), given))
                .map(options ->
                        Stream.concat(Stream.of(args[0]), options.stream()).toArray(String[]::new))
                .orElse(args);
    }

    private static ConfigFile read(Path path) {
        try {
            return new ConfigFile(path, TOML.readTree(Files.readString(path)));
        } catch (JacksonException e) {
            JsonLocation where = e.getLocation();
            String line = where == null || where.getLineNr() < 1 ? "" : ", line " + where.getLineNr();
            throw refused(path + line + ": " + e.getOriginalMessage() + ". Write NAME = VALUE, text in quotes.");
        } catch (NoSuchFileException e) {
            throw refused("There is no file " + path + ". Name one after " + OPTION + ".");
        } catch (IOException e) {
            throw refused(path + " cannot be read as text in UTF-8. Name another file after " + OPTION + ".");
        }
    }

    private static UsageException refused(String sentence) {
        return new UsageException("BAD_CONFIG", sentence);
    }

    /** Options of the file come first, since what follows two dashes is none. */
    private List<String> into(CommandSpec command, GivenOptions given) {
        List<String> options = new ArrayList<>();
        List<String> data = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            String key = entry.getKey();
            List<String> values = values(key, entry.getValue());
            if (key.equals(DATA)) {
                data.addAll(given.hasPositional() ? List.of() : values);
            } else {
                OptionSpec option = option(command, key);
                options.addAll(isGiven(given, key) ? List.of() : options(option, key, values));
            }
        }
        return Stream.of(options, data, given.without(OPTION))
                .flatMap(List::stream)
                .toList();
    }

    /** Whether the command line says this, or what excludes it. */
    private static boolean isGiven(GivenOptions given, String key) {
        return Stream.concat(
                        Stream.of(key),
                        EXCLUSIVE.stream().filter(keys -> keys.contains(key)).flatMap(Set::stream))
                .anyMatch(other -> given.has(DASHES + other));
    }

    private OptionSpec option(CommandSpec command, String key) {
        OptionSpec option = command.optionsMap().get(DASHES + key);
        if (option == null || !keys(command).contains(key)) {
            Set<String> keys = keys(command);
            throw refused(path + " has the key \"" + key + "\", which is no option of " + command.name() + "."
                    + NearestName.suggestion(key, keys)
                    + " Keys are data, and the names of options without their dashes.");
        }
        return option;
    }

    private static Set<String> keys(CommandSpec command) {
        Set<String> keys = new LinkedHashSet<>(List.of(DATA));
        keys.addAll(command.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .map(option -> option.longestName().substring(DASHES.length()))
                .filter(key -> !key.equals("config"))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        return keys;
    }

    private List<String> values(String key, JsonNode value) {
        if (value.isObject()) {
            throw refused(path + " has the table \"" + key + "\". Write every option as NAME = VALUE at the top.");
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(one -> text(key, one))
                        .toList()
                : List.of(text(key, value));
    }

    private String text(String key, JsonNode value) {
        if (!value.isValueNode()) {
            throw refused(path + " has a list or table within \"" + key + "\". Write a list of texts and numbers.");
        }
        return value.asText();
    }

    private List<String> options(OptionSpec option, String key, List<String> values) {
        if (option.arity().max() == 0 || (option.arity().min() == 0 && isTruth(values))) {
            return flag(key, values);
        }
        if (values.size() > 1 && !option.isMultiValue()) {
            throw refused(path + " has " + values.size() + " values for \"" + key + "\", which takes one.");
        }
        return values.stream().map(value -> DASHES + key + "=" + value).toList();
    }

    private static boolean isTruth(List<String> values) {
        return values.equals(List.of("true")) || values.equals(List.of("false"));
    }

    private List<String> flag(String key, List<String> values) {
        if (!isTruth(values)) {
            throw refused(path + " has " + values + " for \"" + key + "\". Write true or false.");
        }
        return values.get(0).equals("true") ? List.of(DASHES + key) : List.of();
    }
}
