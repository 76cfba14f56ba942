package dev.liveticker.server.cli;

import dev.liveticker.model.Symbol;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a symbol of an option. */
final class SymbolReader implements ITypeConverter<Symbol> {

    @Override
    public Symbol convert(String text) {
        return Symbol.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not a symbol: 1 to "
                        + Symbol.MAX_LENGTH + " of A-Z 0-9 . ^ = : / - expected"));
    }
}
