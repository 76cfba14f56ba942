package dev.liveticker.desktop.watchlist;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Moves rows by dragging them. A line shows between which two they would come to stand; near an edge the table scrolls.
 */
final class RowDragging {

    /** A hand that shakes while it clicks does not drag. */
    private static final double THRESHOLD = 6;

    private final WatchlistViewModel model;
    private final TableView<QuoteRow> table;
    private final TableScroll scroll;
    private final Region line = new Region();
    private List<QuoteRow> grabbed = List.of();
    private double pressedAt;
    private boolean dragging;
    private int gap = -1;

    RowDragging(WatchlistViewModel model, TableView<QuoteRow> table, TableScroll scroll) {
        this.model = model;
        this.table = table;
        this.scroll = scroll;
        line.getStyleClass().add("drop-line");
        line.setMouseTransparent(true);
        line.setManaged(false);
        line.setVisible(false);
        StackPane.setAlignment(line, Pos.TOP_LEFT);
    }

    /** Lies over the table. */
    Node line() {
        return line;
    }

    void attach(QuoteTableRow row) {
        // Before the table takes the press for a choice of this row alone.
        row.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> press(row, event));
        row.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        row.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> release());
    }

    /** Lets go of the rows where they were. */
    boolean cancel() {
        boolean was = dragging;
        end();
        return was;
    }

    private void press(QuoteTableRow row, MouseEvent event) {
        end();
        if (event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
            List<QuoteRow> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
            grabbed = chosen.contains(row.getItem()) ? chosen : List.of(row.getItem());
            pressedAt = event.getSceneY();
        }
    }

    private void drag(MouseEvent event) {
        if (grabbed.isEmpty() || (!dragging && Math.abs(event.getSceneY() - pressedAt) < THRESHOLD)) {
            return;
        }
        if (!dragging && !model.isMovable()) {
            // Says why not.
            model.move(grabbed, 0);
            grabbed = List.of();
            return;
        }
        if (!dragging && grabbed.size() == 1) {
            model.selected().set(grabbed.getFirst());
        }
        dragging = true;
        model.hold(true);
        table.setCursor(Cursor.CLOSED_HAND);
        scroll.dragged(event.getSceneY());
        show(event.getSceneX(), event.getSceneY());
        event.consume();
    }

    private void release() {
        List<QuoteRow> moved = grabbed;
        int to = gap;
        boolean was = dragging;
        end();
        if (was && to >= 0) {
            model.move(moved, to);
        }
    }

    private void end() {
        if (dragging) {
            model.hold(false);
            table.setCursor(Cursor.DEFAULT);
        }
        grabbed = List.of();
        dragging = false;
        gap = -1;
        line.setVisible(false);
    }

    private void show(double sceneX, double sceneY) {
        gap = -1;
        line.setVisible(false);
        Bounds all = table.localToScene(table.getLayoutBounds());
        if (sceneX < all.getMinX() || sceneX > all.getMaxX()) {
            return;
        }
        for (Node node : table.lookupAll(".table-row-cell")) {
            if (!(node instanceof QuoteTableRow row) || row.isEmpty() || !row.isVisible()) {
                continue;
            }
            Bounds bounds = row.localToScene(row.getLayoutBounds());
            boolean last = row.getIndex() == model.rows().size() - 1;
            if (sceneY < bounds.getMinY() || (sceneY >= bounds.getMaxY() && !last)) {
                continue;
            }
            boolean below = sceneY >= bounds.getCenterY();
            gap = row.getIndex() + (below ? 1 : 0);
            Node parent = line.getParent();
            double y = parent.sceneToLocal(0, below ? bounds.getMaxY() : bounds.getMinY())
                    .getY();
            line.resizeRelocate(0, y - 1, table.getWidth(), 2);
            line.setVisible(true);
        }
    }
}
