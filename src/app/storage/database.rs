//! What is kept in IndexedDB: a few texts, each under a name of its own, written whole at every change.

/// What is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(not(feature = "app"), allow(dead_code, reason = "kept in a browser only"))]
pub enum Kept {
    /// The learner's own world.
    World,
    /// Packs of lessons that were opened.
    Packs,
    /// The questions that somebody is in the middle of.
    Sitting,
}

#[cfg(feature = "app")]
mod browser {
    use super::Kept;
    use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Query, TransactionMode};
    use wasm_bindgen::JsValue;

    const DATABASE: &str = "iam-sandbox";
    const STORE: &str = "saves";

    fn name(kept: Kept) -> JsValue {
        JsValue::from_str(match kept {
            Kept::World => "current",
            Kept::Packs => "packs",
            Kept::Sitting => "sitting",
        })
    }

    async fn open() -> Result<Database, Error> {
        let mut request = Factory::new()?.open(DATABASE, Some(1))?;
        request.on_upgrade_needed(|event| {
            // Without the store the transactions below fail, and the page says that it cannot keep data.
            let _ = event.database().and_then(|database| database.create_object_store(STORE, ObjectStoreParams::new()));
        });
        request.await
    }

    async fn write(kept: Kept, text: &str) -> Result<(), Error> {
        let database = open().await?;
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        store.put(&JsValue::from_str(text), Some(&name(kept)))?.await?;
        transaction.commit()?.await?;
        database.close();
        Ok(())
    }

    async fn read(kept: Kept) -> Result<Option<String>, Error> {
        let database = open().await?;
        let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(STORE)?;
        let value = store.get(Query::Key(name(kept)))?.await?;
        database.close();
        Ok(value.and_then(|value| value.as_string()))
    }

    /// Keeps `text` over what was kept before. False if the browser does not keep data here.
    pub async fn keep(kept: Kept, text: &str) -> bool {
        write(kept, text).await.is_ok()
    }

    /// What was kept last, if anything was.
    pub async fn saved(kept: Kept) -> Option<String> {
        read(kept).await.ok().flatten()
    }
}

#[cfg(feature = "app")]
pub use browser::{keep, saved};

/// Nothing is kept where there is no browser.
#[cfg(not(feature = "app"))]
pub async fn keep(_: Kept, _: &str) -> bool {
    true
}

/// Nothing was kept where there is no browser.
#[cfg(not(feature = "app"))]
pub async fn saved(_: Kept) -> Option<String> {
    None
}
