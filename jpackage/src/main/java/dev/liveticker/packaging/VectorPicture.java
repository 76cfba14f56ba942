package dev.liveticker.packaging;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A picture of filled shapes, to be drawn in any size. Read from the part of SVG 1.1 that it needs: {@code rect}, and
 * {@code path} of straight lines ({@code M}, {@code L}, {@code Z} with blanks between all of them).
 *
 * @param side of the square it is drawn in, in its own units
 */
record VectorPicture(double side, List<Part> parts) {

    /** @param from the least size in pixels in which this part is drawn */
    record Part(Shape shape, Color fill, int from) {}

    VectorPicture {
        parts = List.copyOf(parts);
    }

    /** @throws IOException if it cannot be read or holds what this does not know how to draw */
    static VectorPicture read(Path svg) throws IOException {
        try {
            Document document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(svg.toFile());
            Element root = document.getDocumentElement();
            String[] box = root.getAttribute("viewBox").split(" ", -1);
            List<Part> parts = new ArrayList<>();
            NodeList nodes = root.getChildNodes();
            for (int i = 0; i < nodes.getLength(); i++) {
                if (nodes.item(i) instanceof Element element) {
                    parts.add(part(element));
                }
            }
            return new VectorPicture(Double.parseDouble(box[2]), parts);
        } catch (ParserConfigurationException | SAXException | IllegalArgumentException e) {
            throw new IOException(svg + " cannot be drawn: " + e.getMessage(), e);
        }
    }

    /** @param size of the square image, in pixels */
    BufferedImage draw(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(size / side, size / side);
        for (Part part : parts) {
            if (size >= part.from()) {
                graphics.setColor(part.fill());
                graphics.fill(part.shape());
            }
        }
        graphics.dispose();
        return image;
    }

    private static Part part(Element element) {
        Shape shape = switch (element.getLocalName()) {
            case "rect" -> rectangle(element);
            case "path" -> polygon(element.getAttribute("d"));
            default -> throw new IllegalArgumentException("<" + element.getLocalName() + ">");
        };
        String from = element.getAttribute("data-from");
        return new Part(shape, Color.decode(element.getAttribute("fill")), from.isEmpty() ? 0 : Integer.parseInt(from));
    }

    private static Shape rectangle(Element element) {
        double diameter = 2 * number(element, "rx");
        return new RoundRectangle2D.Double(
                number(element, "x"),
                number(element, "y"),
                number(element, "width"),
                number(element, "height"),
                diameter,
                diameter);
    }

    private static double number(Element element, String attribute) {
        String text = element.getAttribute(attribute);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    private static Shape polygon(String data) {
        Path2D path = new Path2D.Double();
        String[] words = data.strip().split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "M" -> path.moveTo(Double.parseDouble(words[++i]), Double.parseDouble(words[++i]));
                case "L" -> path.lineTo(Double.parseDouble(words[++i]), Double.parseDouble(words[++i]));
                case "Z" -> path.closePath();
                default -> throw new IllegalArgumentException("path command " + words[i]);
            }
        }
        return path;
    }
}
