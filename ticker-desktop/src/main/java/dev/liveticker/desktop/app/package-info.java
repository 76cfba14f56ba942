/**
 * The desktop put together. Only this package sees all features.
 *
 * <p>Where what is:
 *
 * <ul>
 *   <li><b>A start.</b> {@link Main} has {@link Arguments} read, if there are any, as {@link LaunchOptions}, and
 *       {@link Launch} has one run: it stakes a {@link Claim} to the directory, as {@link SingleInstance}, or by an
 *       {@link InstanceCall} has the one that runs already ({@link CallerLines}) open what was named.
 *       {@link NativeEnvironment}, {@link Painter} and {@link WindowClass} are set before the window system,
 *       {@link LogFile} and {@link LogSetUp} beside it. {@link Version} says which program this is, {@link FirstPrice}
 *       how long it took. {@link Termination} hears it when the system ends it.
 *   <li><b>The way to a server.</b> {@link Destination} says which one and by which way, with what {@link Credentials}.
 *       In order: {@code LiveBackend.startAhead} begins the built-in server before the window system;
 *       {@link ServerLink}, pointed to it, has its thread wait for it ({@code startBuiltIn}), and keeps meanwhile what
 *       is subscribed to and, in an {@link AwaitedMarketData}, what is asked; once it is there, {@link LiveBackend}
 *       ({@link Unmanaged} while it starts one) connects by {@link PricesFirst}, which holds what is asked in a second
 *       {@code AwaitedMarketData} until prices are seen ({@link AfterPaint}). A test has another {@link Backend}.
 *       {@link FeedShares} gives each feature its share of the feed, and {@link TransportTurn} goes on with the next
 *       transport.
 *   <li><b>The way of a quote.</b> {@link Intake} is where all comes in: the feed's thread leaves it in the
 *       {@link Inbox}, and {@link QuoteFlow} fetches it at its {@link Pace}, with each {@link Pulse}. It is also the
 *       one that tells all who want to know whether the connection is live.
 *   <li><b>Behind the windows.</b> {@link Features} is every feature's view model, with what it keeps in
 *       {@link UserFiles}; {@link Workbench} passes on what one has to say to another. {@link NewVersions} asks for
 *       newer versions.
 *   <li><b>The windows.</b> {@link DesktopApp} opens and closes them all. {@link FirstFrame} shows the main one before
 *       anything is in it, {@link MainWindow} has the {@link MainView}, with {@link LowerPane}, which joins it after
 *       {@link PricesAlone}; {@link Shell} is around it: {@link Overlays}, {@link MiniWindow}, {@link LogWindow} and
 *       {@link ShortcutsWindow}. {@link ChartWindows} are beside it. {@link WindowState} is how they were left, by
 *       {@link WindowForm} in a file.
 *   <li><b>The keyboard.</b> {@link Commands} is all that can be done; {@link Shortcuts} teaches a scene their keys,
 *       and {@link HeldKeys} knows one that repeats itself.
 *   <li><b>What they look like.</b> {@link Look}, of {@link StyleSheets}, {@link Fonts} and {@link WindowIcons};
 *       {@link SpokenLanguage} is what they speak.
 *   <li><b>What is opened.</b> {@link Openings} keep files and links until there is a window, and {@link Opener} opens
 *       them. {@link WebBrowser} and {@link FileBrowser} are each a {@link SystemProgram}.
 *   <li><b>Pictures.</b> {@link Screenshot} has a {@link Camera} take one of the {@link Screens}, on a {@link Sheet} if
 *       it is a large one.
 * </ul>
 */
@NullMarked
package dev.liveticker.desktop.app;

import org.jspecify.annotations.NullMarked;
