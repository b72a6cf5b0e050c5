package io.github.tiercel.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.result.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

class WarningLogTest {

    @Test
    void eachKindOfWarningIsLoggedOnce() {
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logRecord) {
                logged.add(new SimpleFormatter().formatMessage(logRecord));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(EpochEvaluator.class.getName());
        logger.addHandler(handler);
        try {
            WarningLog log = new WarningLog();
            log.warn("run-42", 1001, List.of(new Notice("NAN", "It's {NaN}."), new Notice("SLOW", "Slow.")));
            log.warn("run-42", 1002, List.of(new Notice("NAN", "NaN again.")));
        } finally {
            logger.removeHandler(handler);
        }
        assertEquals(
                List.of("run-42, epoch 1001: It's {NaN}. (said once)", "run-42, epoch 1001: Slow. (said once)"),
                logged);
    }
}
