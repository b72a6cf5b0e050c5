package io.github.tiercel.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import io.github.tiercel.data.NearestName;
import io.github.tiercel.inference.ModelException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides which columns fill the inputs of a model. */
final class InputChoice {

    private static final String FEATURES = "tiercel.features";
    private static final String CATEGORIES = "tiercel.categories.";

    private final LoadedModel model;
    private final List<String> given;
    private final Map<String, List<String>> categories;
    private final boolean unknownRefused;
    /** The columns that the model reads, each once, by their place. */
    private final Map<String, Integer> features = new LinkedHashMap<>();
    /** What is known of the values of these columns. */
    private final Map<Integer, Categories> known = new LinkedHashMap<>();

    InputChoice(LoadedModel model, List<String> given, Map<String, List<String>> categories, boolean unknownRefused) {
        this.model = model;
        this.given = given;
        this.categories = categories;
        this.unknownRefused = unknownRefused;
    }

    ModelInputs choose() {
        List<Tensor> tensors = new ArrayList<>();
        model.inputs().forEach((name, node) -> tensors.add(tensor(name, node)));
        if (tensors.isEmpty()) {
            throw Faults.features("The model in " + model.file() + " has no input, so it cannot score rows.");
        }
        List<String> names = given.isEmpty() ? model.names(FEATURES).orElse(List.of()) : given;
        List<ModelInput> inputs = tensors.size() == 1 && isMatrix(tensors.get(0), names)
                ? List.of(matrix(tensors.get(0), names))
                : columns(tensors, names);
        requireCategoriesRead();
        return new ModelInputs(
                List.copyOf(features.keySet()),
                Collections.unmodifiableMap(known),
                inputs,
                tensors.stream().anyMatch(Tensor::takesOneRow));
    }

    private Tensor tensor(String name, NodeInfo node) {
        if (!(node.getInfo() instanceof TensorInfo info)) {
            throw Faults.features("The input \"" + name + "\" of the model in " + model.file()
                    + " is no tensor, so a table cannot fill it. Export the model with tensors.");
        }
        long[] shape = info.getShape();
        if (shape.length != 1 && shape.length != 2) {
            throw Faults.features("The input \"" + name + "\" of the model in " + model.file() + " has the shape "
                    + Faults.shape(shape) + ", but rows of columns fill [-1, columns], [-1, 1] or [-1].");
        }
        if (shape[0] > 1) {
            throw Faults.features("The input \"" + name + "\" of the model in " + model.file()
                    + " takes exactly " + shape[0] + " rows at a time (shape " + Faults.shape(shape)
                    + "), but batches differ in size. Export the model with a free batch size.");
        }
        return new Tensor(name, info.type, shape);
    }

    /** One column may be a matrix too; then somebody has named it, for the input's own name is seldom a column's. */
    private static boolean isMatrix(Tensor tensor, List<String> names) {
        return tensor.shape().length == 2 && (tensor.width() != 1 || !names.isEmpty()) && tensor.isFloating();
    }

    private ModelInput matrix(Tensor tensor, List<String> names) {
        long wanted = tensor.width();
        if (names.isEmpty()) {
            throw Faults.features("The model in " + model.file() + " reads a matrix of "
                    + (wanted < 0 ? "columns" : wanted + " columns") + " (\"" + tensor.name()
                    + "\") and does not say which. Name them in the order of the training data, --features a,b,c on the"
                    + " command line or columns(...) in Java, or write them into the model's metadata as " + FEATURES
                    + ".");
        }
        if (wanted >= 0 && wanted != names.size()) {
            throw Faults.features("The model in " + model.file() + " reads a matrix of " + wanted + " columns (\""
                    + tensor.name() + "\"), but " + names.size() + " are named: " + Faults.listed(names)
                    + ". Name one for each column of the matrix; a category is named as COLUMN=VALUE.");
        }
        boolean doubles = tensor.type() == OnnxJavaType.DOUBLE;
        return new MatrixInput(tensor.name(), 2, names.size(), doubles, parts(names));
    }

    private List<MatrixPart> parts(List<String> names) {
        List<MatrixPart> parts = new ArrayList<>();
        Map<String, OneHotColumns> oneHot = new LinkedHashMap<>();
        Set<String> values = new HashSet<>();
        for (int place = 0; place < names.size(); place++) {
            Slot slot = Slot.of(names.get(place));
            if (slot.value().isPresent()) {
                oneHot.computeIfAbsent(slot.column(), column -> new OneHotColumns())
                        .add(slot.value().get(), place);
            } else if (values.add(slot.column())) {
                parts.add(value(slot.column(), place));
            } else {
                throw Faults.features("The column \"" + slot.column() + "\" is named twice. Name each column of the"
                        + " model's matrix once, in its order.");
            }
        }
        oneHot.forEach((column, columns) ->
                parts.add(new MatrixPart.OneHot(feature(column), known(column, columns.values), columns.places())));
        return parts;
    }

    private MatrixPart value(String column, int place) {
        return categories(column)
                .<MatrixPart>map(known -> new MatrixPart.Code(feature(column), known, place))
                .orElseGet(() -> new MatrixPart.Value(feature(column), column, place));
    }

    private List<ModelInput> columns(List<Tensor> tensors, List<String> names) {
        for (Tensor tensor : tensors) {
            if (tensor.width() != 1) {
                throw wide(tensor, tensors.size());
            }
        }
        if (!names.isEmpty() && names.size() != tensors.size()) {
            throw Faults.features("The model in " + model.file() + " has " + tensors.size()
                    + (tensors.size() == 1 ? " input, but " : " inputs, but ")
                    + names.size() + " columns are named: " + Faults.listed(names)
                    + ". Name one for each input, in this order: "
                    + Faults.listed(tensors.stream().map(Tensor::name).toList()) + ".");
        }
        List<ModelInput> inputs = new ArrayList<>();
        for (int i = 0; i < tensors.size(); i++) {
            inputs.add(column(tensors.get(i), names.isEmpty() ? tensors.get(i).name() : names.get(i)));
        }
        return inputs;
    }

    private ModelException wide(Tensor tensor, int inputs) {
        if (inputs == 1) {
            return Faults.features("The input \"" + tensor.name() + "\" of the model in " + model.file()
                    + " is a matrix of "
                    + Types.name(tensor.type()) + ", but only a matrix of float or double can be filled from columns."
                    + " Export the model with one input for each column.");
        }
        return Faults.features(
                "The model in " + model.file() + " has " + inputs + " inputs, of which \"" + tensor.name()
                        + "\" has the shape " + Faults.shape(tensor.shape())
                        + ": a matrix beside other inputs cannot be filled from columns. Export it with one matrix, or with one"
                        + " input of shape [-1, 1] for each column.");
    }

    private ModelInput column(Tensor tensor, String column) {
        int rank = tensor.shape().length;
        return switch (tensor.type()) {
            case FLOAT, DOUBLE ->
                new MatrixInput(
                        tensor.name(), rank, 1, tensor.type() == OnnxJavaType.DOUBLE, List.of(value(column, 0)));
            case INT64, INT32 ->
                new IntegerInput(
                        tensor.name(),
                        rank,
                        tensor.type() == OnnxJavaType.INT64,
                        new IntegerReader(feature(column), column, Types.name(tensor.type()), categories(column)));
            case STRING -> new TextInput(tensor.name(), rank, feature(column));
            case BOOL -> new BooleanInput(tensor.name(), rank, feature(column), column);
            default ->
                throw Faults.features("The input \"" + tensor.name() + "\" of the model in " + model.file()
                        + " is of type " + Types.name(tensor.type())
                        + ", but columns fill float, double, int64, int32, string and bool.");
        };
    }

    private int feature(String column) {
        return features.computeIfAbsent(column, name -> features.size());
    }

    private Optional<Categories> categories(String column) {
        return Optional.ofNullable(categories.get(column))
                .or(() -> model.names(CATEGORIES + column))
                .map(values -> known(column, values));
    }

    private Categories known(String column, List<String> values) {
        Categories categories = Categories.of(column, values, unknownRefused);
        known.put(feature(column), categories);
        return categories;
    }

    private void requireCategoriesRead() {
        for (String column : categories.keySet()) {
            if (!features.containsKey(column)) {
                throw Faults.features("Categories are given for \"" + column + "\", which the model does not read."
                        + NearestName.suggestion(column, features.keySet()) + " It reads "
                        + Faults.listed(List.copyOf(features.keySet())) + ".");
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared, and never leaves the package.
    private record Tensor(String name, OnnxJavaType type, long[] shape) {

        long width() {
            return shape.length == 1 ? 1 : shape[1];
        }

        boolean takesOneRow() {
            return shape[0] == 1;
        }

        boolean isFloating() {
            return type == OnnxJavaType.FLOAT || type == OnnxJavaType.DOUBLE;
        }
    }

    /** The categories of one column, in the order in which the matrix has them. */
    private static final class OneHotColumns {

        private final List<String> values = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();

        void add(String value, int place) {
            values.add(value);
            places.add(place);
        }

        int[] places() {
            return places.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
