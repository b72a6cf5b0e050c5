package io.github.tiercel.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> METRICS = List.of("roc_auc", "log_loss", "average_precision", "f1");

    @Test
    void aSlipOfAFewLettersIsForgiven() {
        assertEquals(Optional.of("roc_auc"), NearestName.of("roc_acu", METRICS));
        assertEquals(Optional.of("roc_auc"), NearestName.of("ROCAUC", METRICS));
        assertEquals(Optional.of("log_loss"), NearestName.of("logloss", METRICS));
        assertEquals(Optional.of("average_precision"), NearestName.of("average_prec", METRICS));
        assertEquals(" Did you mean \"f1\"?", NearestName.suggestion("f2", METRICS));
    }

    @Test
    void theSameWordsInAnotherOrderAreTheSameName() {
        assertEquals(Optional.of("roc_auc"), NearestName.of("auc_roc", METRICS));
        assertEquals(Optional.of("roc_auc"), NearestName.of("AUC", METRICS));
        assertEquals(Optional.of("accuracy"), NearestName.of("accuracy", List.of("balanced_accuracy", "accuracy")));
    }

    @Test
    void nothingTypedMeansNothing() {
        assertEquals(Optional.empty(), NearestName.of("", METRICS));
        assertEquals(Optional.empty(), NearestName.of(" ", METRICS));
    }

    @Test
    void nothingNearIsNothing() {
        assertEquals(Optional.empty(), NearestName.of("perplexity", METRICS));
        assertEquals(Optional.empty(), NearestName.of("roc_auc", List.of()));
        assertEquals("", NearestName.suggestion("perplexity", METRICS));
    }
}
