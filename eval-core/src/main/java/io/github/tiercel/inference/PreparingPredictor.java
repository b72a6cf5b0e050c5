package io.github.tiercel.inference;

import io.github.tiercel.data.Batch;
import java.util.List;
import java.util.function.Function;

/** A model that is given rows of another type, each prepared when the model asks for it. */
record PreparingPredictor<W, X>(Predictor<X> model, Function<? super W, ? extends X> preparation)
        implements DelegatingPredictor<W, X> {

    @Override
    public void predict(Batch<W> batch, ScoreSink scores) throws Exception {
        model.predict(new PreparedBatch<>(batch, preparation), scores);
    }

    @Override
    public List<KnownCategories<W>> categories() {
        return model.categories().stream()
                .<KnownCategories<W>>map(known -> new PreparedCategories<>(known, preparation))
                .toList();
    }

    private record PreparedCategories<W, X>(KnownCategories<X> categories, Function<? super W, ? extends X> preparation)
            implements KnownCategories<W> {

        @Override
        public String column() {
            return categories.column();
        }

        @Override
        public List<String> known() {
            return categories.known();
        }

        @Override
        public UnknownCategories unknown(Batch<W> batch) {
            return categories.unknown(new PreparedBatch<>(batch, preparation));
        }
    }

    private record PreparedBatch<W, X>(Batch<W> rows, Function<? super W, ? extends X> preparation)
            implements Batch<X> {

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public X row(int i) {
            return preparation.apply(rows.row(i));
        }
    }
}
