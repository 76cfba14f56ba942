package dev.liveticker.desktop.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import org.slf4j.LoggerFactory;

/**
 * What a system ends a program with: SIGTERM when somebody logs out, SIGINT from a terminal, SIGHUP when that is
 * closed. Left to the JVM, the window system is taken away under a frame that is being drawn, and what is not saved yet
 * is lost.
 *
 * <p>The only way to hear of a signal is {@code sun.misc.Signal}, of which the compiler warns; so it is called by name,
 * and where it is missing all stays as the JVM has it.
 */
final class Termination {

    private static final List<String> SIGNALS = List.of("TERM", "INT", "HUP");
    /** Shells add this to the number of the signal that ended a program. */
    private static final int ENDED_BY = 128;
    /** Longer than an orderly end may take; a window that hangs must not keep the program from ending. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Runnable end;
    private final Duration patience;
    private final IntConsumer halt;

    Termination(Runnable end, Duration patience, IntConsumer halt) {
        this.end = end;
        this.patience = patience;
        this.halt = halt;
    }

    /**
     * From now on each of them ends the program in order, or after {@link #PATIENCE} without.
     *
     * @param end called on a thread of its own, once for each signal
     */
    static void means(Runnable end) {
        Termination termination = new Termination(end, PATIENCE, Runtime.getRuntime()::halt);
        for (String signal : SIGNALS) {
            termination.hear(signal);
        }
    }

    /** A signal that this system does not have, or that is ignored on purpose (nohup), is left as it is. */
    void hear(String name) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object signal = type.getConstructor(String.class).newInstance(name);
            int number = (int) type.getMethod("getNumber").invoke(signal);
            Object handler = Proxy.newProxyInstance(
                    handlerType.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                        if (method.getDeclaringClass() == Object.class) {
                            return method.invoke(this, arguments);
                        }
                        came(number);
                        return null;
                    });
            type.getMethod("handle", type, handlerType).invoke(null, signal, handler);
        } catch (InvocationTargetException e) {
            LoggerFactory.getLogger(Termination.class).debug("SIG{} is not heard", name, e.getCause());
        } catch (ReflectiveOperationException e) {
            LoggerFactory.getLogger(Termination.class).warn("SIG{} is not heard", name, e);
        }
    }

    private void came(int number) {
        Thread.ofPlatform().daemon().name("termination").start(() -> {
            try {
                Thread.sleep(patience);
                halt.accept(ENDED_BY + number);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        end.run();
    }
}
