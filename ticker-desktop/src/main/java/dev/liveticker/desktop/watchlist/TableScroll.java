package dev.liveticker.desktop.watchlist;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** Where a table is scrolled to. It moves only if it must. */
final class TableScroll {

    private final TableView<?> table;

    TableScroll(TableView<?> table) {
        this.table = table;
    }

    /** Has a row seen; one that is seen already stays where it is. */
    void reveal(int index) {
        boolean seen = flow().filter(flow -> isSeen(flow, index)).isPresent();
        if (!seen) {
            table.scrollTo(index);
        }
    }

    /** While something is dragged near an edge, what lies beyond it comes into sight. */
    void dragged(double sceneY) {
        flow().ifPresent(flow -> {
            Bounds bounds = flow.localToScene(flow.getLayoutBounds());
            double edge = table.getFixedCellSize() / 2;
            if (sceneY < bounds.getMinY() + edge) {
                flow.scrollPixels(-edge);
            } else if (sceneY > bounds.getMaxY() - edge) {
                flow.scrollPixels(edge);
            }
        });
    }

    private static boolean isSeen(VirtualFlow<?> flow, int index) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        return first != null && last != null && first.getIndex() <= index && index <= last.getIndex();
    }

    private Optional<VirtualFlow<?>> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }
}
