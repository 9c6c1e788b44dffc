import '@fontsource-variable/nunito-sans/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
