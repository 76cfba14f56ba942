package dev.liveticker.desktop.app;

import dev.liveticker.desktop.opening.Opening;
import dev.liveticker.desktop.opening.WatchLink;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.desktop.watchlist.ListFiles;
import dev.liveticker.desktop.watchlist.ListsViewModel;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens files of watchlists and follows links. Belongs to the FX thread. */
final class Opener {

    private static final Logger LOG = LoggerFactory.getLogger(Opener.class);

    private final ListsViewModel lists;
    private final ListFiles files;
    private final Consumer<String> notice;

    /** @param notice says why a link was refused, and stays until it is put away */
    Opener(ListsViewModel lists, ListFiles files, Consumer<String> notice) {
        this.lists = lists;
        this.files = files;
        this.notice = notice;
    }

    void open(Opening opening) {
        switch (opening) {
            case Opening.WatchlistFile file -> {
                var _ = files.open(file.path());
            }
            case Opening.Link link -> follow(WatchLink.read(link.text()));
        }
    }

    private void follow(WatchLink link) {
        switch (link) {
            case WatchLink.Symbols symbols -> lists.watch(symbols.list());
            case WatchLink.Refused refused -> {
                LOG.warn("a link was refused: {}", refused.why());
                notice.accept(Texts.of("opening.refused", refused.why()));
            }
        }
    }
}
