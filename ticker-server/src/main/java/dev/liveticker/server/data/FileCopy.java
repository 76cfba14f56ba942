package dev.liveticker.server.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A copy of a database as an older version of the program left it, beside it and kept for good. */
final class FileCopy {

    private FileCopy() {}

    /**
     * Makes one, whole or not at all, with what is in SQLite's log. One that is there already and says the same is
     * enough, and none is ever replaced.
     *
     * @param connection to the file, not within a transaction
     * @param version of the file, by which the copy is named, such as {@code alerts.db.version-1}
     * @return the copy
     * @throws IOException if there is none in the end, for want of room for one
     * @throws SQLException if the file is damaged
     */
    static Path keep(Connection connection, Path file, int version) throws IOException, SQLException {
        String name = file.getFileName() + ".version-" + version;
        Path beside = file.resolveSibling(name + ".tmp");
        Files.deleteIfExists(beside);
        try {
            write(connection, beside);
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Path place = file.resolveSibling(name);
            for (int i = 2; Files.exists(place); i++) {
                if (Files.mismatch(place, beside) < 0) {
                    return place;
                }
                place = file.resolveSibling(name + "-" + i);
            }
            return Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void write(Connection connection, Path place) throws IOException, SQLException {
        try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, place.toString());
            copy.execute();
        } catch (SQLException e) {
            if (SqliteFile.isCorruption(e)) {
                throw e;
            }
            throw new IOException(
                    "no copy can be made of it, as it has to be before it is changed: " + e.getMessage(), e);
        }
    }
}
