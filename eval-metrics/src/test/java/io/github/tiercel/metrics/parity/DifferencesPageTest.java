package io.github.tiercel.metrics.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page lists the differences that are tested, and no other. */
class DifferencesPageTest {

    @Test
    void tablesAreTheTestedLists() {
        List<String> tested = new ArrayList<>();
        tested.add("| metric | where | scikit-learn | Tiercel | why |");
        Difference.FROM_SCIKIT_LEARN.forEach(difference -> tested.add(difference.row()));
        tested.add("| metric | where | pROC | Tiercel | why |");
        Difference.FROM_PROC.forEach(difference -> tested.add(difference.row()));
        assertEquals(String.join("\n", tested), String.join("\n", DifferencesPage.rows()));
    }
}
