package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.ModelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The laws of sharing: threads and stores that want the same scores share the work, and what ends one of them does not
 * end the others. {@link PredictionStoreContract} says what the laws have in common.
 *
 * @since 0.1
 */
public interface StoreSharingLaws extends StoreUnderTest {

    /**
     * Eight threads that want scores of one model, all of them or some, have each row inferred once, and call the model
     * one at a time.
     *
     * @param folder an empty folder
     * @throws Exception if a thread fails
     */
    @Test
    default void threadsInferEachRowOnce(@TempDir Path folder) throws Exception {
        for (StoreModel model : List.of(StoreModel.named("m"), StoreModel.anonymous())) {
            try (StoreInUse store = StoreInUse.open(this, folder)) {
                List<StoreAnswer> answers = atOnce(IntStream.range(0, 8)
                        .<Callable<StoreAnswer>>mapToObj(
                                i -> () -> store.ask(model, i % 2 == 0 ? StoreRows.COUNT : StoreRows.FEW + i))
                        .toList());
                eachRowOnce(answers);
                assertEquals(
                        model.asked(),
                        StoreRows.COUNT
                                + answers.stream()
                                        .mapToLong(
                                                answer -> answer.scores().cost().rowsChecked())
                                        .sum(),
                        "rows the model was asked for, and those of all plus those checked,");
                assertEquals(1, model.mostCallers(), "threads that called the model at a time");
            }
        }
    }

    /**
     * Eight threads in two stores of one folder have each row inferred once, if the stores share inference; scores are
     * right in any case.
     *
     * @param folder an empty folder
     * @throws Exception if a thread fails
     */
    @Test
    default void storesOfOneFolderInferEachRowOnce(@TempDir Path folder) throws Exception {
        try (StoreInUse one = StoreInUse.open(this, folder);
                StoreInUse other = StoreInUse.open(this, folder)) {
            List<StoreAnswer> answers = atOnce(IntStream.range(0, 8)
                    .<Callable<StoreAnswer>>mapToObj(i -> () -> (i % 2 == 0 ? one : other)
                            .ask(StoreModel.named("m"), i < 4 ? StoreRows.COUNT : StoreRows.FEW + i))
                    .toList());
            if (sharesInference()) {
                eachRowOnce(answers);
            }
            answers.forEach(StoreAnswer::isRight);
        }
    }

    private static void eachRowOnce(List<StoreAnswer> answers) {
        answers.forEach(answer -> answer.isRight().says());
        assertEquals(
                StoreRows.COUNT,
                answers.stream()
                        .mapToLong(answer -> answer.scores().cost().rowsInferred())
                        .sum(),
                "rows inferred by all threads");
    }

    /**
     * A model that takes long holds up nobody who wants another one.
     *
     * @param folder an empty folder
     * @throws Exception if a thread fails
     */
    @Test
    default void aSlowModelHoldsUpNoOther(@TempDir Path folder) throws Exception {
        Turnstile turnstile = new Turnstile();
        StoreModel slow = turnstile.before(StoreModel.named("slow"));
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            FutureTask<StoreAnswer> waiting = started(() -> store.askAll(slow));
            turnstile.atWork.await();
            store.askAll(StoreModel.named("m")).infers(StoreRows.COUNT).isRight();
            store.askAll(StoreModel.anonymous()).infers(StoreRows.COUNT).isRight();
            assertTrue(!waiting.isDone(), "the slow model is done, though nobody let it go on");
            turnstile.goOn.countDown();
            waiting.get().infers(StoreRows.COUNT).isRight();
        }
    }

    /**
     * A caller that is interrupted while another has the model at work ends with a {@link ModelException} that says so,
     * its interrupt flag set; the other gets all scores.
     *
     * @param folder an empty folder
     * @throws Exception if a thread fails
     */
    @Test
    default void anInterruptedCallerLeavesTheOthersWhole(@TempDir Path folder) throws Exception {
        Turnstile turnstile = new Turnstile();
        StoreModel slow = turnstile.before(StoreModel.named("m"));
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            FutureTask<StoreAnswer> other = started(() -> store.askAll(slow));
            turnstile.atWork.await();
            Thread.currentThread().interrupt();
            ModelException ended = assertThrows(ModelException.class, () -> store.askAll(slow));
            assertTrue(Thread.interrupted(), "the interrupt flag was cleared");
            assertTrue(ended.isInterrupted(), () -> "not said to be interrupted: " + ended);
            turnstile.goOn.countDown();
            other.get().infers(StoreRows.COUNT).isRight().says("BATCH_VARIANT");
            store.askAll(slow).infers(0).isRight();
        }
    }

    /**
     * When the caller that has the model at work is interrupted, the others go on in its place: they get all scores.
     *
     * @param folder an empty folder
     * @throws Exception if a thread fails
     */
    @Test
    default void whoWaitsForAnInterruptedCallerGoesOnInItsPlace(@TempDir Path folder) throws Exception {
        Turnstile turnstile = new Turnstile();
        StoreModel slow = turnstile.before(StoreModel.named("m"));
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            FutureTask<StoreAnswer> first = new FutureTask<>(() -> store.askAll(slow));
            Thread atWork = new Thread(first, "interrupted");
            atWork.start();
            turnstile.atWork.await();
            FutureTask<StoreAnswer> other = started(() -> store.askAll(slow));
            atWork.interrupt();
            atWork.join();
            turnstile.goOn.countDown();
            other.get().isRight();
            store.askAll(slow).infers(0).isRight();
            Exception ended = assertThrows(Exception.class, first::get);
            assertTrue(
                    ended.getCause() instanceof ModelException stopped && stopped.isInterrupted(),
                    () -> "the interrupted caller ended with " + ended.getCause());
        }
    }

    private static List<StoreAnswer> atOnce(List<Callable<StoreAnswer>> requests) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<FutureTask<StoreAnswer>> tasks = new ArrayList<>();
        for (Callable<StoreAnswer> request : requests) {
            tasks.add(started(() -> {
                start.await();
                return request.call();
            }));
        }
        start.countDown();
        List<StoreAnswer> answers = new ArrayList<>();
        for (FutureTask<StoreAnswer> task : tasks) {
            answers.add(task.get());
        }
        return answers;
    }

    private static FutureTask<StoreAnswer> started(Callable<StoreAnswer> request) {
        FutureTask<StoreAnswer> task = new FutureTask<>(request);
        Thread thread = new Thread(task, "store law");
        thread.setDaemon(true);
        thread.start();
        return task;
    }
}
