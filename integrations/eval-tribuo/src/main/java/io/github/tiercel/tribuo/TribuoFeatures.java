package io.github.tiercel.tribuo;

import io.github.tiercel.data.DigestSink;
import io.github.tiercel.data.Features;
import java.util.List;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.classification.Label;

/**
 * Tribuo's examples as the features of an evaluation set.
 *
 * <pre>{@code
 * Features<Example<Label>> holdout = TribuoFeatures.of(holdoutDataset);
 * }</pre>
 *
 * <p>Their fingerprint is a SHA-256 over row keys, feature names and the bits of feature values, in Tribuo's own order,
 * which is by name. Labels, weights and metadata are not in it: new labels leave stored predictions as good as they
 * were. Rows are in memory already, so a batch is a view of them. One reference a row is copied.
 *
 * <p>Safe for use by several threads as long as nobody changes an example.
 *
 * @since 0.1
 */
public final class TribuoFeatures {

    private TribuoFeatures() {}

    /**
     * {@return features of examples}
     *
     * @param examples one for each row of the evaluation set, in its order; not to be changed afterwards
     */
    public static Features<Example<Label>> of(List<Example<Label>> examples) {
        return Features.of(List.copyOf(examples), TribuoFeatures::digest);
    }

    /**
     * {@return features of the examples of a data set}
     *
     * @param dataset holds one example for each row of the evaluation set, in its order; not to be changed, shuffled or
     *     transformed afterwards
     */
    public static Features<Example<Label>> of(Dataset<Label> dataset) {
        return of(dataset.getData());
    }

    private static void digest(Example<Label> example, DigestSink sink) {
        sink.put(example.size());
        for (Feature feature : example) {
            sink.put(feature.getName()).put(feature.getValue());
        }
    }
}
