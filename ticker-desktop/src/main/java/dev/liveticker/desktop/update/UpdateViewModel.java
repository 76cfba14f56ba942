package dev.liveticker.desktop.update;

import dev.liveticker.desktop.storage.Kept;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a newer version is there: asked once a day at most, not before prices are live, and of nobody unless the user
 * gave an address. Belongs to the FX thread; needs no toolkit.
 */
public final class UpdateViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateViewModel.class);

    private final Optional<SemanticVersion> running;
    private final Supplier<Kept<LastInquiry>> memory;
    private final Inquiry inquiry;
    private final InstantSource clock;
    private final Executor background;
    private final Executor owner;
    private final ReadOnlyObjectWrapper<Optional<Release>> newer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Kept<LastInquiry> last;
    private @Nullable URI address;
    private boolean priced;
    private boolean asking;

    /**
     * @param running the version of this program; nothing is ever newer than one that is none
     * @param memory opened when it is first needed
     * @param background runs what waits for an answer
     * @param owner runs what was answered on the FX thread
     */
    public UpdateViewModel(
            String running,
            Supplier<Kept<LastInquiry>> memory,
            Inquiry inquiry,
            InstantSource clock,
            Executor background,
            Executor owner) {
        this.running = SemanticVersion.parse(running);
        this.memory = memory;
        this.inquiry = inquiry;
        this.clock = clock;
        this.background = background;
        this.owner = owner;
    }

    /** The release that is newer than this program, as far as is known. */
    public ReadOnlyObjectProperty<Optional<Release>> newer() {
        return newer.getReadOnlyProperty();
    }

    /** Whom to ask from now on; absent for nobody. */
    public void ask(@Nullable URI whom) {
        if (!Objects.equals(address, whom)) {
            address = whom;
            newer.set(Optional.empty());
        }
    }

    /** A live price came, so the start is over. */
    public void priced() {
        priced = true;
    }

    /** Asks if it is time to. Called about once a second. */
    public void second() {
        URI whom = address;
        if (whom == null || !priced || asking || running.isEmpty()) {
            return;
        }
        Kept<LastInquiry> known = last();
        if (known.get().isDue(whom, clock.instant())) {
            asking = true;
            known.change(before -> before.asking(whom, clock.instant()));
            background.execute(() -> hear(whom));
        }
        show(known.get());
    }

    private void hear(URI whom) {
        try {
            Release release = inquiry.ask(whom);
            owner.execute(() -> heard(whom, release));
        } catch (IOException e) {
            LOG.warn("{} does not tell which version is the newest: {}", whom, e.getMessage());
            owner.execute(() -> heard(whom, null));
        }
    }

    private void heard(URI whom, @Nullable Release release) {
        asking = false;
        if (release != null && whom.equals(address)) {
            last().change(before -> before.told(release));
            show(last().get());
        }
    }

    private void show(LastInquiry known) {
        Optional<Release> told = Optional.ofNullable(known.newest())
                .filter(release -> running.isPresent() && release.version().compareTo(running.get()) > 0);
        if (!told.equals(newer.get())) {
            newer.set(told);
        }
    }

    private Kept<LastInquiry> last() {
        Kept<LastInquiry> known = last;
        if (known == null) {
            known = memory.get();
            last = known;
        }
        return known;
    }
}
