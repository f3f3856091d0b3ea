//! Amazon EC2, as far as VPC endpoints go: one file an operation.

mod endpoint;

mod create_vpc_endpoint;
mod modify_vpc_endpoint;

pub(super) use create_vpc_endpoint::CreateVpcEndpoint;
pub(super) use modify_vpc_endpoint::ModifyVpcEndpoint;
