package dev.liveticker.desktop.fake;

import dev.liveticker.feed.FaultControl;
import dev.liveticker.feed.FaultRequest;
import dev.liveticker.feed.SimulatedFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that simulates what it is asked for, until a test ends it; or refuses. */
public final class FakeFaults implements FaultControl {

    private final List<FaultRequest> asked = new CopyOnWriteArrayList<>();
    private List<SimulatedFault> running = new ArrayList<>();
    private String refusal = "Faults are not allowed.";
    private int looks;

    /** From now on does what it is asked for. */
    public synchronized void allow() {
        refusal = "";
    }

    /** From now on does nothing, and says why. */
    public synchronized void refuse(String why) {
        refusal = why;
    }

    /** What goes on as somebody else asked for it. */
    public synchronized void running(SimulatedFault... faults) {
        running = new ArrayList<>(List.of(faults));
    }

    /** Everything that was asked for, oldest first. */
    public List<FaultRequest> asked() {
        return asked;
    }

    /** How often it was asked what goes on. */
    public synchronized int looks() {
        return looks;
    }

    @Override
    public synchronized CompletableFuture<List<SimulatedFault>> running() {
        looks++;
        return answer();
    }

    @Override
    public synchronized CompletableFuture<List<SimulatedFault>> begin(FaultRequest fault) {
        asked.add(fault);
        if (refusal.isEmpty()) {
            running.removeIf(each -> each.kind() == fault.kind());
            running.add(new SimulatedFault(fault.kind(), fault.seconds(), fault.symbols()));
        }
        return answer();
    }

    @Override
    public synchronized CompletableFuture<List<SimulatedFault>> endAll() {
        running.clear();
        return answer();
    }

    private CompletableFuture<List<SimulatedFault>> answer() {
        return refusal.isEmpty()
                ? CompletableFuture.completedFuture(List.copyOf(running))
                : CompletableFuture.failedFuture(new IOException(refusal));
    }
}
