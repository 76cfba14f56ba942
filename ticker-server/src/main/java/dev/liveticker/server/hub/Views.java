package dev.liveticker.server.hub;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The views there are: one for each {@link Interest} that someone has. */
final class Views {

    private final Map<Interest, View> views = new HashMap<>();
    private final Alarms alarms;
    private final Consumer<View> news;

    /** @param news told of each view that has something to tell */
    Views(Alarms alarms, Consumer<View> news) {
        this.alarms = alarms;
        this.news = news;
    }

    /**
     * Makes someone a member of the view for its interest, instead of the one before; that is to be {@link #dropIfEmpty
     * dropped} when no more is to be known from it.
     */
    View join(Session session, Interest interest, @Nullable View before, long now) {
        if (before != null) {
            before.members().remove(session);
        }
        View view = views.get(interest);
        if (view == null) {
            view = new View(interest, alarms, news, now);
            views.put(interest, view);
            if (before != null) {
                view.continueFrom(before);
            }
        }
        view.members().add(session);
        return view;
    }

    /** Ends a membership. */
    void leave(Session session, View view) {
        view.members().remove(session);
        dropIfEmpty(view);
    }

    /** Ends a view that nobody sees any more. */
    void dropIfEmpty(View view) {
        if (view.members().size() == 0) {
            views.remove(view.interest());
            view.close(alarms);
        }
    }
}
