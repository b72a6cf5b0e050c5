package io.github.tiercel.cli;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.HoldoutSplit;

/** A half of the held-out rows, as {@code --part} spells it. */
enum HoldoutPart {
    select {
        @Override
        EvaluationSet of(HoldoutSplit split) {
            return split.select();
        }

        @Override
        int[] rows(HoldoutSplit split) {
            return split.selectRows();
        }
    },
    confirm {
        @Override
        EvaluationSet of(HoldoutSplit split) {
            return split.confirm();
        }

        @Override
        int[] rows(HoldoutSplit split) {
            return split.confirmRows();
        }
    };

    abstract EvaluationSet of(HoldoutSplit split);

    /** The numbers of the rows among all. */
    abstract int[] rows(HoldoutSplit split);
}
