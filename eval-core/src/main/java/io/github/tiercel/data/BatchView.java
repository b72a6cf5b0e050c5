package io.github.tiercel.data;

/** Some rows of a batch. */
record BatchView<X>(Batch<X> of, int[] places) implements Batch<X> {

    @Override
    public int size() {
        return places.length;
    }

    @Override
    public X row(int i) {
        return of.row(places[i]);
    }
}
