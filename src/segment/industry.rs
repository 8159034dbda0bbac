//! The industries that size limits tell apart.

use serde::{Deserialize, Serialize};

use super::rules::ChinaLimits;

/// The lines of China's table of size limits (DOMAIN 5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChinaIndustry {
    /// 农林牧渔
    Agriculture,
    /// 工业
    Industry,
    /// 建筑业
    Construction,
    /// 批发
    Wholesale,
    /// 零售
    Retail,
    /// 交通运输
    Transport,
    /// 仓储
    Storage,
    /// 邮政
    Post,
    /// 住宿, 餐饮
    HotelsCatering,
    /// 信息传输
    Telecom,
    /// 软件信息技术
    Software,
    /// 房地产开发经营
    RealEstate,
    /// 物业管理
    PropertyManagement,
    /// 租赁商务服务
    BusinessServices,
    /// 其他
    Other,
}

impl ChinaIndustry {
    /// Every line, in the order of the table.
    pub const ALL: [Self; 15] = [
        Self::Agriculture,
        Self::Industry,
        Self::Construction,
        Self::Wholesale,
        Self::Retail,
        Self::Transport,
        Self::Storage,
        Self::Post,
        Self::HotelsCatering,
        Self::Telecom,
        Self::Software,
        Self::RealEstate,
        Self::PropertyManagement,
        Self::BusinessServices,
        Self::Other,
    ];

    /// The table's lower bounds for large, medium and small.
    pub fn limits(self) -> ChinaLimits {
        let staff = |bounds| ChinaLimits { employees: Some(bounds), ..ChinaLimits::default() };
        let sales = |bounds| ChinaLimits { turnover: Some(bounds), ..ChinaLimits::default() };
        let both = |employees, turnover| ChinaLimits { employees: Some(employees), ..sales(turnover) };
        match self {
            Self::Agriculture => sales([20_000.0, 500.0, 50.0]),
            Self::Industry => both([1000.0, 300.0, 20.0], [40_000.0, 2000.0, 300.0]),
            Self::Construction => {
                ChinaLimits { assets: Some([80_000.0, 5000.0, 300.0]), ..sales([80_000.0, 6000.0, 300.0]) }
            }
            Self::Wholesale => both([200.0, 20.0, 5.0], [40_000.0, 5000.0, 1000.0]),
            Self::Retail => both([300.0, 50.0, 10.0], [20_000.0, 500.0, 100.0]),
            Self::Transport => both([1000.0, 300.0, 20.0], [30_000.0, 3000.0, 200.0]),
            Self::Storage => both([200.0, 100.0, 20.0], [30_000.0, 1000.0, 100.0]),
            Self::Post => both([1000.0, 300.0, 20.0], [30_000.0, 2000.0, 100.0]),
            Self::HotelsCatering => both([300.0, 100.0, 10.0], [10_000.0, 2000.0, 100.0]),
            Self::Telecom => both([2000.0, 100.0, 10.0], [100_000.0, 1000.0, 100.0]),
            Self::Software => both([300.0, 100.0, 10.0], [10_000.0, 1000.0, 50.0]),
            Self::RealEstate => {
                ChinaLimits { assets: Some([10_000.0, 5000.0, 2000.0]), ..sales([200_000.0, 1000.0, 100.0]) }
            }
            Self::PropertyManagement => both([1000.0, 300.0, 100.0], [5000.0, 1000.0, 500.0]),
            Self::BusinessServices => {
                ChinaLimits { assets: Some([120_000.0, 8000.0, 100.0]), ..staff([300.0, 100.0, 10.0]) }
            }
            Self::Other => staff([300.0, 100.0, 10.0]),
        }
    }
}
