package io.github.tiercel.samples;

import ai.onnx.proto.OnnxMl;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * A linear model of Tribuo as ONNX. Tribuo's file has its columns in the order of feature ids and its scores in that of
 * label ids, and names neither: both are asked of the model here, and written down.
 */
record TribuoGraph(LinearSGDModel model, FlightSlots slots) {

    private static final int EPOCHS = 3;
    private static final int MINIBATCH = 64;
    private static final String SCALED = "scaled";

    static TribuoGraph learn(FlightSlots slots, Flights flights, long seed) {
        var trainer = new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.1), EPOCHS, -1, MINIBATCH, seed);
        return new TribuoGraph(trainer.train(examples(slots, flights)), slots);
    }

    private static Dataset<Label> examples(FlightSlots slots, Flights flights) {
        var factory = new LabelFactory();
        var examples = new MutableDataset<>(new SimpleDataSourceProvenance("flights of 2001", factory), factory);
        flights.list().forEach(flight -> examples.add(example(slots, flight)));
        return examples;
    }

    static ArrayExample<Label> example(FlightSlots slots, Flight flight) {
        var example = new ArrayExample<>(new Label(flight.late() ? "1" : "0"));
        for (int one : slots.ones(flight)) {
            example.add(slots.names().get(one), 1);
        }
        example.add(FlightSlots.DISTANCE, flight.distance() * FlightNetwork.DISTANCE_SCALE);
        return example;
    }

    OnnxMl.ModelProto floats() {
        OnnxMl.ModelProto.Builder exported = model.exportONNXModel("io.github.tiercel", 1).toBuilder();
        // The model's history has the time of its training in it.
        exported.clearMetadataProps().clearDocString();
        scale(exported.getGraphBuilder());
        return OnnxGraph.named(exported, features(), outputs());
    }

    /** Lets the graph read miles, where the model has learned from thousands of them. */
    private void scale(OnnxMl.GraphProto.Builder graph) {
        String input = graph.getInput(0).getName();
        for (OnnxMl.NodeProto.Builder node : graph.getNodeBuilderList()) {
            IntStream.range(0, node.getInputCount())
                    .filter(i -> node.getInput(i).equals(input))
                    .forEach(i -> node.setInput(i, SCALED));
        }
        OnnxMl.GraphProto scaling = new OnnxGraph()
                .floats("scale", FlightNetwork.scale(features()), features().size())
                .node("Mul", SCALED, input, "scale")
                .graph();
        graph.addAllInitializer(scaling.getInitializerList()).addNode(0, scaling.getNode(0));
    }

    private List<String> features() {
        ImmutableFeatureMap ids = model.getFeatureIDMap();
        return IntStream.range(0, ids.size())
                .mapToObj(id -> ids.get(id).getName())
                .toList();
    }

    private List<String> outputs() {
        var ids = model.getOutputIDInfo();
        return IntStream.range(0, ids.size())
                .mapToObj(id -> ids.getOutput(id).getLabel())
                .toList();
    }
}
