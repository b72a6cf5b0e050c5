package io.github.tiercel.data;

/** Some rows of a batch. */
final class BatchView<X> implements Batch<X> {

    private final Batch<X> of;
    private final int[] places;

    BatchView(Batch<X> of, int[] places) {
        this.of = of;
        this.places = places;
    }

    @Override
    public int size() {
        return places.length;
    }

    @Override
    public X row(int i) {
        return of.row(places[i]);
    }
}
