package io.github.tiercel.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One thing that goes wrong with some actions on some files, always or the first few times. Counts how often it did.
 *
 * <pre>{@code
 * files.follow(Fault.of(Refusal.NO_SPACE, FileAction.WRITE).named("*.tmp").after(1));
 * }</pre>
 */
public final class Fault implements FileRule {

    private final Set<FileAction> actions;
    private final Optional<Refusal> refusal;
    private final FileEffect effect;
    private final FileNames names;
    private final int first;
    private final int times;
    private final AtomicInteger asked = new AtomicInteger();

    private Fault(
            Set<FileAction> actions,
            Optional<Refusal> refusal,
            FileEffect effect,
            FileNames names,
            int first,
            int times) {
        this.actions = actions;
        this.refusal = refusal;
        this.effect = effect;
        this.names = names;
        this.first = first;
        this.times = times;
    }

    /** {@return a fault that refuses actions on whatever file} */
    public static Fault of(Refusal refusal, FileAction... actions) {
        return of(Optional.of(refusal), FileEffect.AS_ASKED, actions);
    }

    /** {@return a fault that does something else instead, with whatever file} */
    public static Fault of(FileEffect effect, FileAction... actions) {
        return of(Optional.empty(), effect, actions);
    }

    private static Fault of(Optional<Refusal> refusal, FileEffect effect, FileAction... actions) {
        Set<FileAction> some = EnumSet.copyOf(Arrays.asList(actions));
        return new Fault(some, refusal, effect, FileNames.ALL, 0, Integer.MAX_VALUE);
    }

    /** {@return the same fault for files of a name only} */
    public Fault named(String glob) {
        return new Fault(actions, refusal, effect, FileNames.of(glob), first, times);
    }

    /** {@return the same fault, but so many times all goes well before} */
    public Fault after(int successes) {
        return new Fault(actions, refusal, effect, names, successes, times);
    }

    /** {@return the same fault, which happens once} */
    public Fault once() {
        return new Fault(actions, refusal, effect, names, first, 1);
    }

    /** {@return how often something went wrong} */
    public int count() {
        return Math.min(times, Math.max(0, asked.get() - first));
    }

    private boolean happens(FileAction action, Path file) {
        if (!actions.contains(action) || !names.have(file)) {
            return false;
        }
        int before = asked.getAndIncrement() - first;
        return before >= 0 && before < times;
    }

    @Override
    public void before(FileAction action, Path file) throws IOException {
        if (refusal.isPresent() && happens(action, file)) {
            throw refusal.get().of(action, file);
        }
    }

    @Override
    public FileEffect instead(FileAction action, Path file) {
        return refusal.isEmpty() && happens(action, file) ? effect : FileEffect.AS_ASKED;
    }
}
