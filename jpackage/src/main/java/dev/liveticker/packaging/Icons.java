package dev.liveticker.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Draws every icon anew from its SVG: {@code Icons DIRECTORY WINDOW_ICONS}, the directory of the SVGs, where the icons
 * go too, and the one of those that the desktop's windows wear.
 */
final class Icons {

    /** In pixels, as the icon theme specification of freedesktop.org names its folders. */
    static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512);

    static final List<String> NAMES = List.of("live-ticker", "watchlist");

    private static final List<Integer> WINDOWS_SIZES = List.of(16, 24, 32, 48, 64, 256);
    private static final List<Integer> OF_WINDOWS = List.of(16, 32, 48, 128);

    private Icons() {}

    static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path directory = Path.of(arguments[0]);
        for (String name : NAMES) {
            VectorPicture picture = VectorPicture.read(directory.resolve(name + ".svg"));
            SIZES.forEach(size -> write(directory.resolve(name + "-" + size + ".png"), picture, size));
            Files.write(
                    directory.resolve(name + ".ico"),
                    IcoFile.of(WINDOWS_SIZES.stream().map(picture::draw).toList()));
            Files.write(directory.resolve(name + ".icns"), IcnsFile.of(picture::draw));
        }
        Path windows = Files.createDirectories(Path.of(arguments[1]));
        VectorPicture program = VectorPicture.read(directory.resolve(NAMES.getFirst() + ".svg"));
        OF_WINDOWS.forEach(size -> write(windows.resolve(size + ".png"), program, size));
    }

    private static void write(Path file, VectorPicture picture, int size) {
        try {
            Files.write(file, IcoFile.png(picture.draw(size)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
